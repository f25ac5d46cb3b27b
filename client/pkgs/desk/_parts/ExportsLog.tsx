// Who took what out, when, and how many rows?
import { useLingui } from '@lingui/react'
import type { ShownExport } from '@shared/contracts/exchange'
import { wordInstant } from '@shared/domain/day'
import { Button, Table, Tag } from 'antd'
import { useExports } from '@/features/exchange/use-exchange'
import { wordKind } from '@/features/exchange/words'
import { currentLang } from '@/platform/lang'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'

export function ExportsLog() {
  const { i18n } = useLingui()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useExports()
  if (!data) return error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />
  const exports = data.pages.flatMap((page) => page.exports)
  if (!exports.length) return <DeskEmpty title={i18n._('还没有人导出过')} hint={i18n._('导出之后，这里看得到是谁')} />
  return (
    <>
      <h2 className="desk-part-title">{i18n._('导出记录')}</h2>
      <Table<ShownExport>
        className="desk-table"
        rowKey="exportId"
        pagination={false}
        dataSource={exports}
        columns={[
          {
            title: i18n._('什么时候'),
            key: 'at',
            render: (_, { at }) => wordInstant(at, Date.now(), currentLang()),
          },
          { title: i18n._('谁'), dataIndex: 'byName' },
          { title: i18n._('什么'), key: 'kind', render: (_, { kind }) => wordKind(kind, i18n) },
          {
            title: i18n._('行数'),
            key: 'rows',
            align: 'right',
            render: (_, { rows, isWhole }) => (
              <>
                {rows} {!isWhole && <Tag>{i18n._('没取完')}</Tag>}
              </>
            ),
          },
        ]}
      />
      {hasNextPage && (
        <Button className="exchange-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {i18n._('看更早的')}
        </Button>
      )}
    </>
  )
}
