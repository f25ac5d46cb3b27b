// HQ's rules of words, one a line; what is switched off is told in words.
import { useLingui } from '@lingui/react'
import type { ShownRule } from '@shared/contracts/signal'
import { Button, Table, Tag } from 'antd'

type Props = { rules: readonly ShownRule[]; onEdit: (rule: ShownRule) => void }

export function SignalsTable({ rules, onEdit }: Props) {
  const { i18n } = useLingui()
  const words = (list: readonly string[]) => list.join(i18n._('、'))
  return (
    <Table
      className="desk-table"
      rowKey="ruleId"
      pagination={false}
      dataSource={[...rules]}
      columns={[
        {
          title: i18n._('名字'),
          key: 'name',
          render: (_: unknown, rule) => (
            <>
              {rule.name} {!rule.on && <Tag>{i18n._('已停用')}</Tag>}
              <p className="desk-narrow desk-note">{words(rule.words)}</p>
            </>
          ),
        },
        {
          title: i18n._('听到哪些词'),
          key: 'words',
          width: '30%',
          responsive: ['md'],
          render: (_: unknown, rule) => words(rule.words),
        },
        {
          title: i18n._('不算的'),
          key: 'except',
          responsive: ['lg'],
          render: (_: unknown, rule) => words(rule.except),
        },
        {
          title: i18n._('可以聊什么'),
          key: 'talk',
          width: '26%',
          responsive: ['md'],
          render: (_: unknown, rule) => rule.talk,
        },
        {
          title: i18n._('提醒几天'),
          key: 'days',
          width: 96,
          render: (_: unknown, rule) => i18n._('{n} 天', { n: rule.days }),
        },
        {
          key: 'act',
          width: 88,
          render: (_: unknown, rule) => (
            <Button size="small" onClick={() => onEdit(rule)} aria-label={i18n._('改“{name}”', { name: rule.name })}>
              {i18n._('改')}
            </Button>
          ),
        },
      ]}
    />
  )
}
