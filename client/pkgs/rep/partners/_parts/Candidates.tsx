// Whom might she ask, and what speaks for it? She decides; nobody is asked by itself.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { type ShownCandidate, usePartnerActs } from './use-partners'
import { wordEvidence } from './words'

export function Candidates({ candidates }: { candidates: readonly ShownCandidate[] }) {
  const { i18n } = useLingui()
  const { invite } = usePartnerActs()
  const [busy, setBusy] = useState('')
  const [error, setError] = useState('')
  const ask = async (contactId: string) => {
    setBusy(contactId)
    setError('')
    await invite(contactId).catch((failure: unknown) => setError(errorText(failure)))
    setBusy('')
  }
  return (
    <>
      <View className="partners-section" {...heading(2)}>
        {i18n._('可以问问谁')}
      </View>
      {error !== '' && (
        <Text className="partners-error" {...describe('alert')}>
          {error}
        </Text>
      )}
      {candidates.length === 0 && (
        <Text className="partners-note">{i18n._('记下成交、客户同意让你看到传播之后，这里会有人选')}</Text>
      )}
      {candidates.map((one) => (
        <Card className="partners-card" key={one.contactId}>
          <Text className="partners-who">{one.who}</Text>
          {wordEvidence(one, i18n).map((line) => (
            <Text className="partners-note" key={line}>
              {line}
            </Text>
          ))}
          <Button kind="plain" about={one.who} busy={busy === one.contactId} onTap={() => void ask(one.contactId)}>
            {i18n._('邀请做合伙人')}
          </Button>
        </Card>
      ))}
    </>
  )
}
