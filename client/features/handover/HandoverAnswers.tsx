// Who follows her adviser, and her two answers, equal and with nothing chosen beforehand; then what became of it.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { useHandover } from './use-handover'
import { type ShownHandover, wordHandover } from './words'
import './HandoverAnswers.scss'

export function HandoverAnswers({ told }: { told: ShownHandover }) {
  const { i18n } = useLingui()
  const { phase, answer } = useHandover(told)
  const { statement, no } = wordHandover(i18n, told)
  const { toName } = told
  if (phase === 'passed' || phase === 'ended')
    return (
      <View className="handover-said" {...describe('status')}>
        {phase === 'passed'
          ? i18n._('好的，以后由{toName}为您服务。可以在隐私中心撤回', { toName })
          : i18n._('好的，不再归在您名下。文章照常可以读')}
      </View>
    )
  return (
    <>
      <View className="handover-text">
        <Text>{statement}</Text>
        <Text className="handover-no">{no}</Text>
      </View>
      {phase === 'failed' && (
        <View className="handover-failed" {...describe('alert')}>
          {i18n._('没有记下。网络恢复后再点一次，文章照常可以读')}
        </View>
      )}
      <View className="handover-answers">
        <Button
          kind="plain"
          className="handover-answer"
          id="handover-no"
          disabled={phase === 'busy'}
          onTap={() => answer('no')}
        >
          {i18n._('不用')}
        </Button>
        <Button
          kind="plain"
          className="handover-answer"
          id="handover-yes"
          disabled={phase === 'busy'}
          onTap={() => answer('yes')}
        >
          {told.needsConsent ? i18n._('同意提供') : i18n._('可以')}
        </Button>
      </View>
    </>
  )
}
