// Will she be a partner of this adviser? Two equal answers, hers alone.
import { useLingui } from '@lingui/react'
import { PAY_NAME_MAX } from '@shared/domain/partner'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { type Invitation, usePartnerActs } from './use-partner'

export function Invite({ invitation, version }: { invitation: Invitation; version: string }) {
  const { i18n } = useLingui()
  const acts = usePartnerActs()
  const [payName, setPayName] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const { partnerId, repName, storeName, company } = invitation
  const answer = async (say: () => Promise<unknown>) => {
    setBusy(true)
    setError('')
    try {
      await say()
    } catch (failure) {
      setError(errorText(failure))
    }
    setBusy(false)
  }
  return (
    <Card className="partner-invite">
      <View className="partner-section" {...heading(2)}>
        {i18n._('{rep}（{store}，{company}）邀请您做合伙人', { rep: repName, store: storeName, company })}
      </View>
      <Text className="partner-line">{i18n._('看过下面的约定再决定。不同意也照样为您服务')}</Text>
      <Field
        id="pay-name"
        label={i18n._('收款姓名')}
        hint={i18n._('付款时用，只有总部财务看得到')}
        value={payName}
        onChange={setPayName}
        maxLength={PAY_NAME_MAX}
      />
      <View className="partner-answers">
        <Button
          id="partner-yes"
          kind="plain"
          busy={busy}
          disabled={payName.trim() === ''}
          onTap={() => void answer(() => acts.agree(partnerId, version, payName.trim()))}
        >
          {i18n._('同意约定，做合伙人')}
        </Button>
        <Button
          id="partner-no"
          kind="plain"
          disabled={busy}
          onTap={() => void answer(() => acts.decline(partnerId, version))}
        >
          {i18n._('不做')}
        </Button>
      </View>
      {error !== '' && (
        <Text className="partner-error" {...describe('alert')}>
          {error}
        </Text>
      )}
    </Card>
  )
}
