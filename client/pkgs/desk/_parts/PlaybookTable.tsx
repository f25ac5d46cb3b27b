// HQ's playbooks as rows: what for, for whom, how it stands, how often it led to something.
import { useLingui } from '@lingui/react'
import type { ShownPlaybook } from '@shared/contracts/playbook'
import { wordInstant } from '@shared/domain/day'
import { SCENES } from '@shared/domain/playbook'
import { Table, type TableColumnsType } from 'antd'
import { wordPlayState } from '@/features/playbook/word-found'
import { wordScene, wordSuccess } from '@/features/playbook/words'
import { currentLang } from '@/platform/lang'
import { useAddress } from './Address'
import { useForWhom } from './use-for-whom'

export function PlayStateChip({ state }: { state: ShownPlaybook['state'] }) {
  const { i18n } = useLingui()
  const look = state === 'retired' ? 'recalled' : state
  return <span className={`desk-chip desk-chip-${look}`}>{wordPlayState(state, i18n)}</span>
}

export function PlaybookTable({ rows }: { rows: ShownPlaybook[] }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const forWhom = useForWhom()
  const columns: TableColumnsType<ShownPlaybook> = [
    {
      key: 'what',
      title: i18n._('套路'),
      render: (_, { playbookId, words }) => (
        <div className="desk-what">
          <div className="desk-what-words">
            <button type="button" className="desk-link" onClick={() => go({ play: playbookId, from: '' })}>
              {words.name || i18n._('还没起名字')}
            </button>
            <p className="desk-cut desk-note">{words.goal}</p>
            <p className="desk-note">{forWhom(words)}</p>
            <p className="desk-narrow desk-note">{wordScene(words.scene, i18n)}</p>
          </div>
        </div>
      ),
    },
    {
      key: 'scene',
      title: i18n._('场景'),
      width: 128,
      responsive: ['md'],
      filters: SCENES.map((value) => ({ value, text: wordScene(value, i18n) })),
      onFilter: (value, { words }) => words.scene === value,
      render: (_, { words }) => wordScene(words.scene, i18n),
    },
    { key: 'state', title: i18n._('状态'), width: 96, render: (_, { state }) => <PlayStateChip state={state} /> },
    {
      key: 'success',
      title: i18n._('用得怎样'),
      width: 176,
      responsive: ['md'],
      render: (_, { success }) => (
        <span className="desk-note desk-number">{wordSuccess(success, i18n) || i18n._('用的人还不到 5 位')}</span>
      ),
    },
    {
      key: 'updated',
      title: i18n._('最近改动'),
      width: 140,
      responsive: ['lg'],
      render: (_, { updatedAt }) => (
        <span className="desk-number">{wordInstant(updatedAt, Date.now(), currentLang())}</span>
      ),
    },
  ]
  return (
    <Table<ShownPlaybook>
      className="desk-table"
      rowKey="playbookId"
      columns={columns}
      dataSource={rows}
      pagination={false}
      tableLayout="fixed"
    />
  )
}
