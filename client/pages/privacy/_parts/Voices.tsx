// What did she say when she was asked, and how does she take it back? Each with what it was before.
import { useLingui } from '@lingui/react'
import type { PollId } from '@shared/domain/ids'
import { useQueryClient } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/platform/call'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { VOICES_KEY, type Voice, wordChoices } from './use-voices'

function One({ voice }: { voice: Voice }) {
  const { i18n } = useLingui()
  const client = useQueryClient()
  const [step, setStep] = useState<'' | 'busy' | 'failed'>('')
  const { pollId, question, reason } = voice
  const takeBack = async () => {
    setStep('busy')
    try {
      await call('reader', 'poll.take-back', { pollId: pollId as PollId })
      await client.invalidateQueries({ queryKey: VOICES_KEY })
    } catch {
      setStep('failed')
    }
  }
  return (
    <View className="privacy-line">
      <View>{question}</View>
      <View className="privacy-note">{wordChoices(voice, Date.now())}</View>
      {reason && <View className="privacy-note">{i18n._('理由：{reason}', { reason })}</View>}
      <Button kind="quiet" small about={question} busy={step === 'busy'} onTap={() => void takeBack()}>
        {i18n._('收回')}
      </Button>
      {step === 'failed' && (
        <View className="privacy-failed" {...describe('alert')}>
          {i18n._('没有收回成，网络恢复后再试')}
        </View>
      )}
    </View>
  )
}

export function Voices({ voices }: { voices: readonly Voice[] }) {
  const { i18n } = useLingui()
  if (voices.length === 0) return null
  return (
    <View className="privacy-part">
      <View {...heading(2)}>{i18n._('您在“大家怎么看”里的选择')}</View>
      {voices.map((voice) => (
        <One key={voice.pollId} voice={voice} />
      ))}
    </View>
  )
}
