// 推送: which programs are told what happened, and do they listen?
import { useLingui } from '@lingui/react'
import type { ShownHook } from '@shared/contracts/hook'
import { wordInstant } from '@shared/domain/day'
import { Button, Space, Table, Tag } from 'antd'
import { useState } from 'react'
import { useHooks } from '@/features/exchange/use-exchange'
import { wordEvent } from '@/features/exchange/words'
import { currentLang } from '@/platform/lang'
import { useAddress } from './Address'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { WebhookDeliveries } from './WebhookDeliveries'
import { WebhookDrawer } from './WebhookDrawer'

function State({ hook }: { hook: ShownHook }) {
  const { i18n } = useLingui()
  if (hook.offReason !== '') return <Tag color="error">{i18n._('自动停用：{why}', { why: hook.offReason })}</Tag>
  return hook.on ? <Tag color="success">{i18n._('在用')}</Tag> : <Tag>{i18n._('已停用')}</Tag>
}

type Acts = { onEdit: (hook: ShownHook) => void; onOpen: (webhookId: string) => void }

function HooksTable({ hooks, onEdit, onOpen }: Acts & { hooks: readonly ShownHook[] }) {
  const { i18n } = useLingui()
  const word = (at: number | null) => (at === null ? '—' : wordInstant(at, Date.now(), currentLang()))
  return (
    <Table<ShownHook>
      className="desk-table"
      rowKey="webhookId"
      pagination={false}
      dataSource={[...hooks]}
      columns={[
        {
          title: i18n._('名字'),
          key: 'name',
          render: (_, hook) => (
            <>
              {hook.name} <State hook={hook} />
              <p className="desk-note exchange-url">{hook.url}</p>
            </>
          ),
        },
        {
          title: i18n._('推什么'),
          key: 'events',
          responsive: ['md'],
          render: (_, { events }) => events.map((event) => wordEvent(event, i18n)).join(i18n._('、')),
        },
        { title: i18n._('上次送到'), key: 'ok', responsive: ['lg'], render: (_, hook) => word(hook.lastOkAt) },
        {
          title: i18n._('排队 / 没送到'),
          key: 'counts',
          width: 130,
          align: 'right',
          render: (_, { waiting, dead }) => `${waiting} / ${dead}`,
        },
        {
          key: 'acts',
          width: 150,
          render: (_, hook) => (
            <Space>
              <Button size="small" onClick={() => onOpen(hook.webhookId)}>
                {i18n._('记录')}
              </Button>
              <Button size="small" onClick={() => onEdit(hook)} aria-label={i18n._('改“{name}”', { name: hook.name })}>
                {i18n._('改')}
              </Button>
            </Space>
          ),
        },
      ]}
    />
  )
}

export function WebhooksPart() {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const { data, error, refetch } = useHooks()
  const [editing, setEditing] = useState<ShownHook | 'new' | null>(null)
  const opened = data?.webhooks.find(({ webhookId }) => webhookId === address.hook)
  return (
    <>
      <div className="exchange-bar exchange-ends">
        <p className="desk-note">{i18n._('内容上线、撤回这些事发生时，告诉公司的其他系统。只推事情，不推客户')}</p>
        <Button type="primary" onClick={() => setEditing('new')}>
          {i18n._('加一个推送地址')}
        </Button>
      </div>
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data?.webhooks.length === 0 && (
        <DeskEmpty
          title={i18n._('还没有推送地址')}
          hint={i18n._('让技术同事给一个 https 网址，怎么验签看 docs/api.md')}
        />
      )}
      {data && data.webhooks.length > 0 && (
        <HooksTable hooks={data.webhooks} onEdit={setEditing} onOpen={(hook) => go({ hook })} />
      )}
      {editing !== null && <WebhookDrawer hook={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {opened && <WebhookDeliveries hook={opened} onClose={() => go({ hook: '' })} />}
    </>
  )
}
