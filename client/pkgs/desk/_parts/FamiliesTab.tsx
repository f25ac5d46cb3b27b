// 文案比较: of one post's texts, does one way of writing them get read more deeply, or is it too early to tell?
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { FAMILY_KINDS, type FamilyKind } from '@shared/domain/family'
import { Table, type TableColumnsType } from 'antd'
import { DeskEmpty } from './States'
import { type Families, useChosen, useFamilies, usePostAsked, useShelf } from './use-work'
import { WorkFormula } from './WorkNumber'
import { Choice, PostChoice, WorkSeen } from './WorkSeen'
import { wordCount, wordLikely, wordValue } from './work-words'
import './reasons.scss'

type Row = Families['families'][number]

const wordKind = (kind: FamilyKind, i18n: I18n): string =>
  ({ tone: i18n._('语气'), layout: i18n._('排版'), opening: i18n._('开头'), words: i18n._('谁写的') })[kind]

const wordFamily = (family: string, i18n: I18n): string =>
  ({
    warm: i18n._('亲切'),
    expert: i18n._('专业'),
    lively: i18n._('活泼'),
    block: i18n._('一段到底'),
    lines: i18n._('分行'),
    airy: i18n._('空行隔开'),
    bullets: i18n._('列点'),
    plain: i18n._('平铺直叙'),
    emoji: i18n._('表情开头'),
    question: i18n._('问句开头'),
    dealt: i18n._('发给她的'),
    own: i18n._('她自己改过的'),
  })[family] ?? family

const percent = (part: number): string => `${Math.round(part * 100)}%`

/** A line as long as what the rate may be, and a point where it was; the words beside it say the same. */
function Rate({ row }: { row: Row }) {
  const { i18n } = useLingui()
  const { rate, enough } = row
  if (!enough || rate.value === null || rate.low === null || rate.high === null)
    return <span className="desk-note">{i18n._('还不能判断')}</span>
  return (
    <div className="desk-bar-cell">
      <span className="desk-number">{wordValue(rate, rate.value)}</span>
      <span className="reason-scale" aria-hidden="true">
        <span className="reason-span" style={{ left: percent(rate.low), width: percent(rate.high - rate.low) }} />
        <span className="reason-point" style={{ left: percent(rate.value) }} />
      </span>
      <span className="desk-note desk-number reason-range">{wordLikely(rate)}</span>
      <WorkFormula number={rate} whose={wordFamily(row.family, i18n)} />
    </div>
  )
}

function FamiliesTable({ families }: { families: Row[] }) {
  const { i18n } = useLingui()
  const columns: TableColumnsType<Row> = [
    { key: 'family', title: i18n._('写法'), width: 128, render: (_, { family }) => wordFamily(family, i18n) },
    {
      key: 'posted',
      title: i18n._('发出'),
      width: 76,
      align: 'end',
      responsive: ['md'],
      render: (_, { posted }) => <span className="desk-number">{posted}</span>,
    },
    {
      key: 'opened',
      title: i18n._('打开'),
      width: 88,
      align: 'end',
      render: (_, { opened }) => <span className="desk-number">{wordCount(opened, i18n)}</span>,
    },
    {
      key: 'deep',
      title: i18n._('读得深'),
      width: 96,
      align: 'end',
      responsive: ['md'],
      render: (_, { deep }) => <span className="desk-number">{wordCount(deep, i18n)}</span>,
    },
    { key: 'rate', title: i18n._('读深率'), render: (_, row) => <Rate row={row} /> },
  ]
  return (
    <Table<Row>
      id="families"
      className="desk-table"
      rowKey="family"
      columns={columns}
      dataSource={families}
      pagination={false}
    />
  )
}

const wordVerdict = ({ verdict, best, needed }: Families, i18n: I18n): string => {
  if (verdict === 'too-few')
    return i18n._('还不能判断：要有两种写法，各打开满 {n} 次、各有 5 位导购发过，才好比', { n: needed })
  if (verdict === 'better' && best)
    return i18n._('“{family}”读得更深：它最低的可能，也高过别的最高的可能', { family: wordFamily(best, i18n) })
  return i18n._('够比了，看不出差别：都可以接着用')
}

function One({ postId, by }: { postId: NonNullable<ReturnType<typeof usePostAsked>>; by: FamilyKind }) {
  const { i18n } = useLingui()
  return (
    <WorkSeen asked={useFamilies(postId, by)}>
      {(data) => (
        <div className="work-parts">
          <p className="work-said">{wordVerdict(data, i18n)}</p>
          {data.families.length > 0 ? (
            <FamiliesTable families={data.families} />
          ) : (
            <DeskEmpty title={i18n._('这条还没有人拿到文案')} hint={i18n._('发布之后，每位导购一份，再来比')} />
          )}
          <p className="desk-note">
            {i18n._('横线是 95% 的可能范围；同一位导购的客户读法相近，所以按导购之间的差别放宽')}
          </p>
        </div>
      )}
    </WorkSeen>
  )
}

export function FamiliesTab() {
  const { i18n } = useLingui()
  const { data } = useShelf()
  const first = (data?.posts[0]?.postId ?? null) as ReturnType<typeof usePostAsked>
  const [asked, by] = [usePostAsked(), useChosen<FamilyKind>('by', FAMILY_KINDS)]
  const postId = asked ?? first
  return (
    <>
      <div className="work-filters">
        <PostChoice value={postId} all={false} />
        <Choice
          name="by"
          value={by}
          label={i18n._('按什么比')}
          options={FAMILY_KINDS.map((value) => ({ value, label: wordKind(value, i18n) }))}
        />
      </div>
      {postId ? (
        <One postId={postId} by={by} />
      ) : (
        <DeskEmpty title={i18n._('还没有发出去的内容')} hint={i18n._('发布之后，这里比各种写法')} />
      )}
    </>
  )
}
