// What stands around every page of 效果: loading, failed, nothing summed yet; up to when and for whom the numbers are.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import type { WorkSpan } from '@shared/domain/work'
import { WORK_SPANS } from '@shared/domain/work'
import { Alert, Button, Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { currentLang } from '@/platform/lang'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { type Seen, useShelf, useSpan } from './use-work'
import { wordSpan } from './work-words'

const SCOPE_SHOWN = 3

function Around({ seen }: { seen: Seen }) {
  const { i18n } = useLingui()
  const { sumsAt, asOf, scope, from, to } = seen
  const names = scope === 'firm' ? [] : scope.slice(0, SCOPE_SHOWN)
  return (
    <p className="desk-note work-around">
      {sumsAt !== null && <span>{i18n._('数据截至 {time}', { time: wordInstant(sumsAt, asOf, currentLang()) })}</span>}
      {from && to && <span className="desk-number">{from === to ? from : `${from} – ${to}`}</span>}
      <span>
        {scope === 'firm'
          ? i18n._('全公司')
          : i18n._('只看你管的：{names}{more}', {
              names: names.join(i18n._('、')),
              more: scope.length > SCOPE_SHOWN ? i18n._(' 等 {n} 处', { n: scope.length }) : '',
            })}
      </span>
      <span>{i18n._('客户的数按 5 的整数报，不到 5 位不细说')}</span>
    </p>
  )
}

type Asked<T extends Seen> = { data: T | undefined; error: unknown; refetch: () => unknown }

export function WorkSeen<T extends Seen>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  const { i18n } = useLingui()
  const { data, error } = asked
  const retry = () => void asked.refetch()
  if (!data) return error ? <DeskFailed error={error} onRetry={retry} /> : <DeskLoading />
  return (
    <>
      {error ? (
        <Alert
          type="warning"
          showIcon
          title={i18n._('没换上新的：{why}', { why: errorText(error) })}
          action={
            <Button size="small" onClick={retry}>
              {i18n._('再试一次')}
            </Button>
          }
        />
      ) : null}
      <Around seen={data} />
      {data.sumsAt === null ? (
        <DeskEmpty title={i18n._('还没有算过')} hint={i18n._('导购发出、客户读过之后，过几分钟这里有数')} />
      ) : (
        children(data)
      )}
    </>
  )
}

/** One of a few, kept in the address under `name`. */
export function Choice<T extends string>({
  name,
  value,
  label,
  options,
}: {
  name: string
  value: T
  label: string
  options: { value: T; label: string }[]
}) {
  const { go } = useAddress()
  return (
    <Segmented<T>
      id={`work-${name}`}
      aria-label={label}
      value={value}
      options={options}
      onChange={(next) => go({ [name]: next }, 'replace')}
    />
  )
}

export function SpanChoice() {
  const { i18n } = useLingui()
  const { go } = useAddress()
  return (
    <Select<WorkSpan>
      id="work-span"
      aria-label={i18n._('看多久')}
      value={useSpan()}
      options={WORK_SPANS.map((value) => ({ value, label: wordSpan(value, i18n) }))}
      onChange={(span) => go({ span }, 'replace')}
    />
  )
}

/** One post alone, or all of them; only those that are out. */
export function PostChoice({ value, all }: { value: string | null; all: boolean }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const { data } = useShelf()
  const posts = (data?.posts ?? []).map(({ postId, title }) => ({ value: postId, label: title || i18n._('没有标题') }))
  const options = all ? [{ value: '', label: i18n._('所有内容') }, ...posts] : posts
  return (
    <Select
      id="work-post"
      className="work-post"
      aria-label={i18n._('看哪条内容')}
      value={value ?? (all ? '' : null)}
      placeholder={i18n._('选一条内容')}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(of) => go({ of: of ?? '' }, 'replace')}
    />
  )
}
