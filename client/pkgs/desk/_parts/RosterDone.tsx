// It has come in, or was taken back: what has changed, and how to have it as it was.
import { useLingui } from '@lingui/react'
import { Button, Popconfirm, Result } from 'antd'
import type { Roster } from '@/features/people/use-roster'

type Props = {
  roster: Roster
  onUndo: (rosterId: string) => void
  onLook: (rosterId: string) => void
  onAnother: () => void
}

export function RosterDone({ roster, onUndo, onLook, onAnother }: Props) {
  const { i18n } = useLingui()
  const { rosterId, state, clash, counts } = roster
  const { added, changed, leaving } = counts
  if (clash !== '')
    return (
      <Result
        status="warning"
        title={i18n._('没有导入，已全部退回')}
        subTitle={i18n._('导入时有人改了{name}。再核对一次就好', { name: clash })}
        extra={
          <Button type="primary" onClick={() => onLook(rosterId)}>
            {i18n._('再核对一次')}
          </Button>
        }
      />
    )
  return (
    <Result
      status="success"
      title={state === 'undone' ? i18n._('撤销了，和导入前一样') : i18n._('导入好了')}
      subTitle={i18n._('新员工 {added} 位，改了 {changed} 位，离职交接 {leaving} 位', { added, changed, leaving })}
      extra={[
        state === 'applied' && (
          <Popconfirm
            key="undo"
            title={i18n._('每个人都回到导入前的样子，确定吗？')}
            okText={i18n._('撤销')}
            cancelText={i18n._('留着')}
            onConfirm={() => onUndo(rosterId)}
          >
            <Button danger>{i18n._('整个撤销')}</Button>
          </Popconfirm>
        ),
        <Button key="another" onClick={onAnother}>
          {i18n._('再导入一份')}
        </Button>,
      ]}
    />
  )
}
