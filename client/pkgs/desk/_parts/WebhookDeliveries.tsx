// What was one address told, what did it answer, and shall it be told again?
import { useLingui } from '@lingui/react'
import type { ShownDelivery, ShownHook } from '@shared/contracts/hook'
import { wordInstant } from '@shared/domain/day'
import { Alert, Button, Drawer, Table, Tag } from 'antd'
import { useState } from 'react'
import { useDeliveries, useExchangeActs } from '@/features/exchange/use-exchange'
import { wordDelivery, wordEvent } from '@/features/exchange/words'
import { currentLang } from '@/platform/lang'
import { errorText } from '@/ui/error-text'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'

const COLOURS = { sent: 'success', waiting: 'processing', dead: 'error' } as const

function Outcome({ delivery }: { delivery: ShownDelivery }) {
  const { i18n } = useLingui()
  const { state, tries, nextAt } = delivery
  return (
    <>
      <Tag color={COLOURS[state]}>{wordDelivery(delivery, i18n)}</Tag>
      <p className="desk-note">
        {i18n._('试了 {n} 次', { n: tries })}
        {nextAt !== null && ` · ${i18n._('{when} 再试', { when: wordInstant(nextAt, Date.now(), currentLang()) })}`}
        {state === 'dead' && ` · ${i18n._('不再试了')}`}
      </p>
    </>
  )
}

export function WebhookDeliveries({ hook, onClose }: { hook: ShownHook; onClose: () => void }) {
  const { i18n } = useLingui()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDeliveries(hook.webhookId)
  const { replay } = useExchangeActs()
  const [wrong, setWrong] = useState('')
  const again = ({ deliveryId, replays }: ShownDelivery) => {
    setWrong('')
    replay(deliveryId, replays).catch((failure: unknown) => setWrong(errorText(failure)))
  }
  const deliveries = data?.pages.flatMap((page) => page.deliveries) ?? []
  return (
    <Drawer open size={720} title={i18n._('{name}：推送记录', { name: hook.name })} onClose={onClose}>
      {wrong !== '' && <Alert type="error" title={wrong} showIcon className="exchange-told" />}
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data && deliveries.length === 0 && (
        <DeskEmpty title={i18n._('还没有推送过')} hint={i18n._('有事发生后，一分钟内推过去')} />
      )}
      {deliveries.length > 0 && (
        <Table<ShownDelivery>
          rowKey="deliveryId"
          size="small"
          pagination={false}
          dataSource={deliveries}
          expandable={{ expandedRowRender: ({ body }) => <pre className="exchange-body">{body}</pre> }}
          columns={[
            {
              title: i18n._('什么'),
              key: 'event',
              render: (_, { event, at }) => (
                <>
                  {wordEvent(event, i18n)}
                  <p className="desk-note">{wordInstant(at, Date.now(), currentLang())}</p>
                </>
              ),
            },
            { title: i18n._('结果'), key: 'state', render: (_, delivery) => <Outcome delivery={delivery} /> },
            {
              key: 'again',
              width: 96,
              render: (_, delivery) =>
                delivery.state !== 'waiting' && (
                  <Button size="small" onClick={() => again(delivery)}>
                    {i18n._('重发')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {hasNextPage && (
        <Button className="exchange-more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {i18n._('看更早的')}
        </Button>
      )}
    </Drawer>
  )
}
