// What reps use where HQ has written nothing: the playbooks that come with the product, each a model to write after.
import { useLingui } from '@lingui/react'
import type { Playbook } from '@shared/domain/playbook'
import { PLAYBOOKS } from '@shared/domain/playbooks.data'
import { Button, Collapse, Table, type TableColumnsType } from 'antd'
import { wordScene } from '@/features/playbook/words'
import { mintId } from '@/platform/mint'
import { useAddress } from './Address'
import { useForWhom } from './use-for-whom'

export function PlaybookBuiltIns() {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const forWhom = useForWhom()
  const columns: TableColumnsType<Playbook> = [
    {
      key: 'what',
      title: i18n._('套路'),
      render: (_, { name, goal, ...one }) => (
        <>
          <strong>{name}</strong>
          <p className="desk-note">{goal}</p>
          <p className="desk-note">{forWhom(one)}</p>
        </>
      ),
    },
    { key: 'scene', title: i18n._('场景'), width: 128, render: (_, { scene }) => wordScene(scene, i18n) },
    {
      key: 'model',
      title: '',
      width: 144,
      render: (_, { _id, name }) => (
        <Button
          size="small"
          aria-label={i18n._('照着“{name}”写一份', { name })}
          onClick={() => go({ play: mintId(), from: _id })}
        >
          {i18n._('照着写一份')}
        </Button>
      ),
    },
  ]
  const table = (
    <Table<Playbook>
      rowKey="_id"
      columns={columns}
      dataSource={[...PLAYBOOKS]}
      pagination={{ pageSize: 10, showSizeChanger: false }}
      tableLayout="fixed"
    />
  )
  return (
    <Collapse
      className="play-built-in"
      items={[{ key: 'built-in', label: i18n._('自带的 {n} 个', { n: PLAYBOOKS.length }), children: table }]}
    />
  )
}
