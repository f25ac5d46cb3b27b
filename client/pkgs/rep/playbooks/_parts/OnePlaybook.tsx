// One playbook in full: what it is for, its steps with lines to copy, what to do and what not.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { favour, type ListedPlaybook } from '@/features/playbook/use-playbooks'
import { wordSuccess } from '@/features/playbook/words'
import { goBack, TABS } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Empty } from '@/ui/States'
import { ForWhom } from './ForWhom'
import { SayLine } from './SayLine'

function Star({ playbookId, kept }: { playbookId: string; kept: boolean }) {
  const { i18n } = useLingui()
  const [wrong, setWrong] = useState('')
  const toggle = () => {
    setWrong('')
    favour(playbookId, !kept).catch((error: unknown) => setWrong(errorText(error)))
  }
  return (
    <View className="play-star">
      <Button id="play-star" kind="plain" small onTap={toggle}>
        {kept ? i18n._('★ 已收藏，点这里取消') : i18n._('☆ 收藏')}
      </Button>
      {wrong !== '' && <Text className="play-wrong">{wrong}</Text>}
    </View>
  )
}

function Step({ step, nth }: { step: ListedPlaybook['steps'][number]; nth: number }) {
  const { i18n } = useLingui()
  const { name, minutes, say } = step
  return (
    <View className="play-step">
      <View className="play-step-head">
        <View className="play-step-name" {...heading(2)}>
          {i18n._('{n}. {name}', { n: nth, name })}
        </View>
        {minutes !== null && <Text className="play-note">{i18n._('{n} 分钟', { n: minutes })}</Text>}
      </View>
      {say.map((line) => (
        <SayLine key={line} line={line} />
      ))}
    </View>
  )
}

function Advice({ title, lines, tone }: { title: string; lines: readonly string[]; tone: 'do' | 'dont' }) {
  if (lines.length === 0) return null
  return (
    <View className={`play-advice play-${tone}`}>
      <View className="play-advice-title" {...heading(2)}>
        {title}
      </View>
      {lines.map((line) => (
        <Text key={line} className="play-advice-line">{`${tone === 'do' ? '✓' : '✕'} ${line}`}</Text>
      ))}
    </View>
  )
}

type Props = { playbook: ListedPlaybook | undefined; favourites: readonly string[] }

export function OnePlaybook({ playbook, favourites }: Props) {
  const { i18n } = useLingui()
  if (!playbook)
    return (
      <Empty
        level={1}
        title={i18n._('这个套路已经停用')}
        hint={i18n._('看看别的，总有合适的')}
        action={i18n._('返回')}
        onAction={() => goBack(TABS[3])}
      />
    )
  const { playbookId, name, goal, steps, dos, donts, success } = playbook
  const used = wordSuccess(success, i18n)
  return (
    <View className="play">
      <View className="plays-title" {...heading(1)}>
        {name}
      </View>
      <ForWhom playbook={playbook} />
      <Text className="play-goal">{i18n._('为了：{goal}', { goal })}</Text>
      {used !== '' && <Text className="play-used">{used}</Text>}
      <Star playbookId={playbookId} kept={favourites.includes(playbookId)} />
      {steps.map((step, i) => (
        <Step key={`${step.name} ${step.say.join()}`} step={step} nth={i + 1} />
      ))}
      <Advice title={i18n._('这样做')} lines={dos} tone="do" />
      <Advice title={i18n._('别这样')} lines={donts} tone="dont" />
    </View>
  )
}
