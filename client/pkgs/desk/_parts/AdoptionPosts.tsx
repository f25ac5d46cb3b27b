// What became of each post: how many reps took it, saved it, posted it, and how often it was read.
import { useLingui } from '@lingui/react'
import { Table, type TableColumnsType } from 'antd'
import type { Adoption } from '@/features/post/use-heat'
import { titleOf } from '@/features/post/words'
import { useAddress } from './Address'
import { Bar } from './AdoptionDays'
import { wordApart } from './word-apart'

type Row = Adoption['posts'][number]

const count = (n: number) => <span className="desk-number">{n}</span>

export function AdoptionPosts({ posts }: { posts: Row[] }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const most = Math.max(0, ...posts.map(({ counted }) => counted.readings))
  const columns: TableColumnsType<Row> = [
    {
      key: 'title',
      title: i18n._('内容'),
      render: (_, { postId, title }) => (
        <button type="button" className="desk-link" onClick={() => go({ post: postId, view: 'heat' })}>
          {titleOf(i18n, { title, text: '' })}
        </button>
      ),
    },
    {
      key: 'dealt',
      title: i18n._('拿到'),
      width: 88,
      align: 'end',
      responsive: ['md'],
      render: (_, { dealt }) => count(dealt),
    },
    {
      key: 'saved',
      title: i18n._('存了图文'),
      width: 104,
      align: 'end',
      responsive: ['md'],
      render: (_, { saved }) => count(saved),
    },
    { key: 'posted', title: i18n._('已发布'), width: 88, align: 'end', render: (_, { posted }) => count(posted) },
    {
      key: 'readings',
      title: i18n._('读者次数'),
      width: '25%',
      render: (_, { counted }) => <Bar n={counted.readings} most={most} />,
    },
    {
      key: 'apart',
      title: i18n._('不算在内'),
      width: 260,
      responsive: ['xl'],
      render: (_, { counted }) => <span className="desk-note">{wordApart(i18n, counted)}</span>,
    },
  ]
  return (
    <Table<Row>
      id="adoption-posts"
      className="desk-table"
      rowKey="postId"
      columns={columns}
      dataSource={posts}
      pagination={false}
    />
  )
}
