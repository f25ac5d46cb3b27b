// The posts as rows: what it is, where it stands, when it was touched and when it goes out.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Table, type TableColumnsType } from 'antd'
import type { PostRow } from '@/features/post/use-posts'
import { titleOf } from '@/features/post/words'
import { currentLang } from '@/platform/lang'
import { useAddress } from './Address'
import { ReviewMark } from './ReviewNotice'
import { StateChip } from './StateChip'

/** Where it stands, and that somebody has to look at it or gave it back. */
function States({ row }: { row: PostRow }) {
  return (
    <>
      <StateChip state={row.state} />
      {row.review !== null && row.review !== 'approved' && <ReviewMark state={row.review} />}
    </>
  )
}

function What({ row }: { row: PostRow }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  return (
    <div className="desk-what">
      {row.thumbUrl ? (
        <img className="desk-thumb" src={row.thumbUrl} alt="" loading="lazy" />
      ) : (
        <span className="desk-thumb" />
      )}
      <div className="desk-what-words">
        <button type="button" className="desk-link" onClick={() => go({ post: row.postId, new: '' })}>
          {titleOf(i18n, row)}
        </button>
        <p className="desk-cut desk-note">{row.text}</p>
        <p className="desk-narrow desk-note">
          <States row={row} /> {row.column}
        </p>
      </div>
    </div>
  )
}

export function PostTable({ rows }: { rows: PostRow[] }) {
  const { i18n } = useLingui()
  const word = (at: number | null) => (at === null ? '—' : wordInstant(at, Date.now(), currentLang()))
  const columns: TableColumnsType<PostRow> = [
    { key: 'what', title: i18n._('内容'), render: (_, row) => <What row={row} /> },
    {
      key: 'column',
      title: i18n._('栏目'),
      width: 160,
      responsive: ['md'],
      render: (_, row) => <span className="desk-cut">{row.column || '—'}</span>,
    },
    {
      key: 'state',
      title: i18n._('状态'),
      width: 112,
      responsive: ['md'],
      render: (_, row) => <States row={row} />,
    },
    {
      key: 'publish',
      title: i18n._('发布时间'),
      width: 152,
      responsive: ['lg'],
      render: (_, row) => <span className="desk-number">{word(row.publishedAt ?? row.publishAt)}</span>,
    },
    {
      key: 'updated',
      title: i18n._('最近改动'),
      width: 152,
      responsive: ['lg'],
      render: (_, row) => <span className="desk-number">{word(row.updatedAt)}</span>,
    },
  ]
  return (
    <Table<PostRow>
      className="desk-table"
      rowKey="postId"
      columns={columns}
      dataSource={rows}
      pagination={false}
      tableLayout="fixed"
    />
  )
}
