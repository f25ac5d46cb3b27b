// Which batches were made, and what is the next step of each? One person makes it, another approves it.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { yuan } from '@shared/domain/ledger-fen'
import { Alert, Button, Input, Space, Table } from 'antd'
import { useState } from 'react'
import { mintId } from '@/platform/mint'
import { errorText } from '@/ui/error-text'
import { DeskMore } from './DeskMore'
import { type Format, fileOf, saveBlob } from './export-file'
import { type ShownPayout, usePartnerDesk, usePayouts } from './partner-desk'
import { wordPayout } from './payout-words'

type Acts = ReturnType<typeof usePartnerDesk>
type Run = (act: (acts: Acts) => Promise<unknown>) => Promise<void>

const isOut = ({ state }: ShownPayout): boolean => state === 'approved' || state === 'paying' || state === 'paid'

function Take({ one, run }: { one: ShownPayout; run: Run }) {
  const take = (format: Format) =>
    run(async ({ table }) =>
      saveBlob(`payout-${dayOf(one.at)}-${one.payoutId}.${format}`, await fileOf(await table(one.payoutId), format)),
    )
  return (
    <Space>
      <Button size="small" onClick={() => void take('xlsx')}>
        Excel
      </Button>
      <Button size="small" onClick={() => void take('csv')}>
        CSV
      </Button>
    </Space>
  )
}

function SendBack({ one, run }: { one: ShownPayout; run: Run }) {
  const { i18n } = useLingui()
  const [reason, setReason] = useState<string | null>(null)
  if (reason === null)
    return (
      <Button size="small" danger onClick={() => setReason('')}>
        {i18n._('退回')}
      </Button>
    )
  return (
    <Space.Compact>
      <Input
        size="small"
        aria-label={i18n._('为什么退回')}
        placeholder={i18n._('为什么退回')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button
        size="small"
        danger
        disabled={reason.trim() === ''}
        onClick={() => void run(({ sendBack }) => sendBack(one.payoutId, reason.trim()))}
      >
        {i18n._('确认退回')}
      </Button>
    </Space.Compact>
  )
}

function NextStep({ one, run }: { one: ShownPayout; run: Run }) {
  const { i18n } = useLingui()
  const { state, mine, payoutId } = one
  return (
    <Space wrap>
      {state === 'made' && !mine && (
        <Button size="small" type="primary" onClick={() => void run(({ approve }) => approve(payoutId))}>
          {i18n._('批准')}
        </Button>
      )}
      {state === 'made' && mine && <span className="desk-note">{i18n._('等另一位审核人批准')}</span>}
      {isOut(one) && <Take one={one} run={run} />}
      {(state === 'approved' || state === 'paying') && (
        <Button size="small" type="primary" onClick={() => void run(({ pay }) => pay(payoutId))}>
          {i18n._('银行已付')}
        </Button>
      )}
      {(state === 'made' || state === 'approved') && <SendBack one={one} run={run} />}
    </Space>
  )
}

export function Payouts() {
  const { i18n } = useLingui()
  const acts = usePartnerDesk()
  const payouts = usePayouts()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const run: Run = async (act) => {
    setBusy(true)
    setError('')
    await act(acts).catch((failure: unknown) => setError(errorText(failure)))
    setBusy(false)
  }
  const rows = payouts.data?.pages.flatMap((page) => page.payouts) ?? []
  return (
    <>
      <Button id="payout-make" loading={busy} onClick={() => void run(({ make }) => make(mintId()))}>
        {i18n._('把应付的做成一批')}
      </Button>
      {(error !== '' || payouts.error) && <Alert type="error" showIcon title={error || errorText(payouts.error)} />}
      <Table<ShownPayout>
        className="desk-table"
        rowKey="payoutId"
        size="small"
        pagination={false}
        scroll={{ x: 760 }}
        dataSource={rows}
        columns={[
          { title: i18n._('日期'), render: (_, { at }) => dayOf(at) },
          { title: i18n._('谁做的'), dataIndex: 'byName' },
          { title: i18n._('谁批的'), dataIndex: 'approvedName' },
          { title: i18n._('人数'), dataIndex: 'people', align: 'right' },
          { title: i18n._('合计'), align: 'right', render: (_, { totalFen }) => yuan(totalFen) },
          { title: i18n._('状态'), render: (_, { state }) => wordPayout(state, i18n) },
          { title: i18n._('下一步'), render: (_, one) => <NextStep one={one} run={run} /> },
        ]}
      />
      <DeskMore of={payouts} />
    </>
  )
}
