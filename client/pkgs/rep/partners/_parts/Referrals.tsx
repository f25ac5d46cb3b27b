// Which purchases came through this partner, and is something wrong with one?
import { useLingui } from '@lingui/react'
import { wordDay, wordMonth } from '@shared/domain/day'
import { yuan } from '@shared/domain/ledger-fen'
import { SAYS_MAX } from '@shared/domain/referral'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { currentLang } from '@/platform/lang'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { Failed, Skeleton } from '@/ui/States'
import { type ShownReferral, usePartnerActs, useReferrals } from './use-partners'
import { wordReferral } from './words'

function Row({ referral }: { referral: ShownReferral }) {
  const { i18n } = useLingui()
  const { dispute: object } = usePartnerActs()
  const [says, setSays] = useState<string | null>(null)
  const [error, setError] = useState('')
  const { referralId, month, state, fen, dispute, nextAt } = referral
  const [now, lang] = [Date.now(), currentLang()]
  const when = wordMonth(month, now, lang)
  const send = () => object(referralId, (says ?? '').trim()).catch((failure: unknown) => setError(errorText(failure)))
  return (
    <View className="partners-referral">
      <View className="partners-row">
        <Text>{wordReferral(state, i18n)}</Text>
        <Text className="partners-note">{when}</Text>
        <Text className="partners-amount">{yuan(fen)}</Text>
      </View>
      {nextAt !== null && nextAt > now && (
        <Text className="partners-note">
          {i18n._('没有异议的话，{day}起应付', { day: wordDay(nextAt, now, lang) })}
        </Text>
      )}
      {dispute && (
        <Text className="partners-note">
          {dispute.decision === null
            ? i18n._('异议：{says}，等总部裁定', { says: dispute.says })
            : i18n._('总部裁定：{reason}', { reason: dispute.reason })}
        </Text>
      )}
      {!dispute && says === null && (
        <Button kind="quiet" small about={`${when} ${yuan(fen)}`} onTap={() => setSays('')}>
          {i18n._('有异议')}
        </Button>
      )}
      {!dispute && says !== null && (
        <>
          <Field
            label={i18n._('哪里不对')}
            value={says}
            onChange={setSays}
            maxLength={SAYS_MAX}
            lines={2}
            error={error || undefined}
          />
          <Button kind="plain" disabled={says.trim() === ''} onTap={() => void send()}>
            {i18n._('交给总部裁定')}
          </Button>
        </>
      )}
    </View>
  )
}

export function Referrals({ partnerId }: { partnerId: string }) {
  const { i18n } = useLingui()
  const asked = useReferrals(partnerId)
  if (asked.error && !asked.data) return <Failed error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton rows={1} />
  if (asked.data.referrals.length === 0)
    return <Text className="partners-note">{i18n._('还没有人在购买时说出她的代码')}</Text>
  return (
    <>
      {asked.data.referrals.map((one) => (
        <Row key={one.referralId} referral={one} />
      ))}
    </>
  )
}
