// What did a partner or a rep object to, and how does HQ decide? With a reason that both of them read.
import { useLingui } from '@lingui/react'
import type { ReferralId } from '@shared/domain/ids'
import { yuan } from '@shared/domain/ledger-fen'
import { type DisputeDecision, SAYS_MAX } from '@shared/domain/referral'
import { Alert, Button, Card, Input, InputNumber, Radio, Space } from 'antd'
import { useState } from 'react'
import { errorText } from '@/ui/error-text'
import { type HqDispute, useDisputes, usePartnerDesk } from './partner-desk'
import { DeskFailed, DeskLoading } from './States'

/** Typed as 元 with two places, sent as whole 分. */
const toFen = (typed: number | null): number => Math.round((typed ?? 0) * 100)

function Decide({ one }: { one: HqDispute }) {
  const { i18n } = useLingui()
  const { decide } = usePartnerDesk()
  const [decision, setDecision] = useState<DisputeDecision>('keep')
  const [more, setMore] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const isReady = reason.trim() !== '' && (decision !== 'grant' || toFen(more) > 0)
  const send = async () => {
    setBusy(true)
    setError('')
    const grantFen = decision === 'grant' ? toFen(more) : 0
    const said = { referralId: one.referralId as ReferralId, decision, grantFen, reason: reason.trim() }
    await decide(said).catch((failure: unknown) => setError(errorText(failure)))
    setBusy(false)
  }
  return (
    <Space orientation="vertical" className="partner-decide">
      <Radio.Group
        aria-label={i18n._('怎么裁定')}
        value={decision}
        onChange={({ target }) => setDecision(target.value as DisputeDecision)}
        options={[
          { value: 'keep', label: i18n._('维持') },
          { value: 'void', label: i18n._('取消这笔') },
          { value: 'grant', label: i18n._('补记') },
        ]}
      />
      {decision === 'grant' && (
        <InputNumber
          aria-label={i18n._('补记多少元')}
          min={0.01}
          precision={2}
          value={more}
          onChange={setMore}
          suffix={i18n._('元')}
        />
      )}
      <Input.TextArea
        aria-label={i18n._('理由，双方都看得到')}
        placeholder={i18n._('理由，双方都看得到')}
        maxLength={SAYS_MAX}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {error !== '' && <Alert type="error" showIcon title={error} />}
      <Button type="primary" loading={busy} disabled={!isReady} onClick={() => void send()}>
        {i18n._('裁定')}
      </Button>
    </Space>
  )
}

export function PartnerDisputes() {
  const { i18n } = useLingui()
  const { data, error, refetch } = useDisputes()
  if (error && !data) return <DeskFailed error={error} onRetry={() => void refetch()} />
  if (!data) return <DeskLoading />
  if (data.disputes.length === 0) return <p className="desk-note">{i18n._('没有待裁定的异议')}</p>
  return (
    <>
      {data.disputes.map((one) => (
        <Card
          key={one.referralId}
          size="small"
          title={i18n._('{day} 的成交，代码 {code}，导购 {rep}', { day: one.day, code: one.code, rep: one.repName })}
        >
          <p>
            {one.dispute.by === 'partner' ? i18n._('合伙人说') : i18n._('导购说')}：{one.dispute.says}
          </p>
          <p className="desk-note">
            {i18n._('实付 {base}，报酬 {fen}', { base: yuan(one.baseFen), fen: yuan(one.fen) })}
          </p>
          <Decide one={one} />
        </Card>
      ))}
    </>
  )
}
