// How far is each purchase that named her, and what may she say against it? By month and sum; never who or what.
import { useLingui } from '@lingui/react'
import { wordMonth } from '@shared/domain/day'
import { yuan } from '@shared/domain/ledger-fen'
import { SAYS_MAX } from '@shared/domain/referral'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { type ShownReferral, usePartnerActs } from './use-partner'
import { wordState } from './words'

function Objection({ referralId, onDone }: { referralId: string; onDone: () => void }) {
  const { i18n } = useLingui()
  const { dispute } = usePartnerActs()
  const [says, setSays] = useState('')
  const [error, setError] = useState('')
  const send = () => dispute(referralId, says.trim()).then(onDone, (failure: unknown) => setError(errorText(failure)))
  return (
    <View className="partner-objection">
      <Field
        id="partner-says"
        label={i18n._('哪里不对')}
        value={says}
        onChange={setSays}
        maxLength={SAYS_MAX}
        lines={2}
        error={error || undefined}
      />
      <Button id="partner-object" kind="plain" disabled={says.trim() === ''} onTap={() => void send()}>
        {i18n._('交给总部裁定')}
      </Button>
    </View>
  )
}

function Row({ referral }: { referral: ShownReferral }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const { referralId, month, state, fen, dispute } = referral
  const when = wordMonth(month, Date.now(), currentLang())
  return (
    <View className="partner-item">
      <View className="partner-row">
        <Text className="partner-line">{wordState(state, i18n)}</Text>
        <Text className="partner-note">{when}</Text>
        <Text className="partner-amount">{yuan(fen)}</Text>
      </View>
      {dispute && (
        <Text className="partner-note">
          {dispute.decision === null
            ? i18n._('异议：{says}，等总部裁定', { says: dispute.says })
            : i18n._('总部裁定：{reason}', { reason: dispute.reason })}
        </Text>
      )}
      {!dispute && !open && (
        <Button kind="quiet" small about={`${when} ${yuan(fen)}`} onTap={() => setOpen(true)}>
          {i18n._('有异议')}
        </Button>
      )}
      {!dispute && open && <Objection referralId={referralId} onDone={() => setOpen(false)} />}
    </View>
  )
}

export function ReferralRows({ referrals }: { referrals: readonly ShownReferral[] }) {
  const { i18n } = useLingui()
  return (
    <Card className="partner-card">
      <View className="partner-section" {...heading(2)}>
        {i18n._('每一笔')}
      </View>
      {referrals.length === 0 && (
        <Text className="partner-note">
          {i18n._('还没有。一笔会这样走：报代码 → 过退货期核实 → 异议期 → 应付 → 已付')}
        </Text>
      )}
      {referrals.map((one) => (
        <Row key={one.referralId} referral={one} />
      ))}
    </Card>
  )
}
