// The question itself: below the text, never over it; two equal answers, nothing ticked beforehand.
import { useLingui } from '@lingui/react'
import type { Sender } from '@shared/contracts/reading'
import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { tappable } from '@/ui/tap'
import { ConsentDetails } from './ConsentDetails'
import { noticeOf, type Step } from './notice'
import { TagsSwitch } from './TagsSwitch'
import type { Asking } from './use-consent'
import './ConsentBar.scss'

type Props = { sender: Sender; policyVersion: string; asking: Asking }

/** The second question is read out as the first one was: the focus goes to it, not to its button. */
const useFocusOn = (step: Step) => {
  const bar = useRef<HTMLElement>(null)
  const first = useRef(step)
  useEffect(() => {
    if (step === first.current) return
    first.current = step
    if (process.env.TARO_ENV === 'h5') bar.current?.focus({ preventScroll: true })
  }, [step])
  return bar
}

function Trouble({ phase }: { phase: Asking['phase'] }) {
  const { i18n } = useLingui()
  if (phase !== 'failed' && phase !== 'changed') return null
  return (
    <View className="consent-failed" {...describe('alert')}>
      {phase === 'failed'
        ? i18n._('没有记下。网络恢复后再点一次，文章照常可以读')
        : i18n._('没有记下，说明刚更新过。看一眼再答')}
    </View>
  )
}

export function ConsentBar({ sender, policyVersion, asking }: Props) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const { step, phase, tags } = asking
  const bar = useFocusOn(step)
  const { label, statement, agree } = noticeOf(i18n, sender, step, tags)
  return (
    <>
      <View
        ref={bar}
        className="consent"
        id="consent-bar"
        {...describe('region', label)}
        {...(process.env.TARO_ENV === 'h5' ? { tabIndex: -1 } : {})}
      >
        <View className="consent-text">
          {sender.franchise && (
            <Text className="consent-step">{i18n._('第 {n} 步，共 2 步', { n: step === 'reading' ? 1 : 2 })}</Text>
          )}
          <Text>{statement}</Text>
          <Text className="consent-more" {...tappable(i18n._('详情'), () => setOpen(true))}>
            {i18n._('详情')}
          </Text>
        </View>
        {step === 'reading' && (
          <TagsSwitch
            id="consent-tags"
            label={i18n._('同时整理我关心的话题（可随时关）')}
            on={tags}
            busy={phase === 'busy'}
            onChange={asking.setTags}
          />
        )}
        <Trouble phase={phase} />
        <View className="consent-answers" key={step}>
          <Button
            kind="plain"
            className="consent-answer"
            id="consent-decline"
            disabled={phase === 'busy'}
            onTap={asking.decline}
          >
            {i18n._('暂不')}
          </Button>
          <Button kind="plain" className="consent-answer" id="consent-give" busy={phase === 'busy'} onTap={asking.give}>
            {agree}
          </Button>
        </View>
      </View>
      <ConsentDetails
        open={open}
        onClose={() => setOpen(false)}
        sender={sender}
        step={step}
        policyVersion={policyVersion}
      />
    </>
  )
}
