// 成长: five steps of her own brand, what shows each done, and what she may try; nobody else's stands beside it.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Coached, type CoachedStep, tickExercise } from '@/features/playbook/use-coach'
import { wordCoachStep, wordExercise, wordMeasure, wordTask } from '@/features/playbook/words'
import { openPage, openTab, TABS } from '@/platform/nav'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { errorText } from '@/ui/error-text'
import { tappable } from '@/ui/tap'

/** Where she can do something about it. */
const useWay = (step: CoachedStep['step']): { name: string; go: () => void } => {
  const { i18n } = useLingui()
  switch (step) {
    case 'persona':
      return { name: i18n._('去放头像'), go: () => openTab(TABS[3]) }
    case 'posting':
      return { name: i18n._('去今日发一条'), go: () => openTab(TABS[0]) }
    case 'knowing':
      return { name: i18n._('去起备注'), go: () => openTab(TABS[2]) }
    case 'talking':
      return { name: i18n._('看今天和谁聊'), go: () => openTab(TABS[0]) }
    case 'praise':
      return { name: i18n._('看怎么道谢'), go: () => openPage('/pkgs/rep/playbooks/index?scene=thanks') }
  }
}

function Exercise({ id, ticked, onTick }: { id: string; ticked: boolean; onTick: () => void }) {
  const { i18n } = useLingui()
  const words = wordExercise(id, i18n)
  if (words === '') return null
  const label = ticked ? i18n._('试过了：{what}', { what: words }) : i18n._('还没试：{what}', { what: words })
  return (
    <View id={`exercise-${id}`} className="coach-exercise" {...tappable(label, onTick)}>
      <Text className={ticked ? 'coach-box coach-ticked' : 'coach-box'}>{ticked ? '✓' : ''}</Text>
      <Text className="coach-words">{words}</Text>
    </View>
  )
}

function Step({ step: coached, nth }: { step: CoachedStep; nth: number }) {
  const { i18n } = useLingui()
  const { step, state, measures, exercises } = coached
  const [wrong, setWrong] = useState('')
  const way = useWay(step)
  const tick = (id: string, on: boolean) => {
    setWrong('')
    tickExercise(id, on).catch((error: unknown) => setWrong(errorText(error)))
  }
  return (
    <Card id={`coach-${step}`} className={`coach-step coach-${state}`}>
      <View className="coach-head">
        <View className="coach-name" {...heading(2)}>
          {i18n._('{n}. {name}', { n: nth, name: wordCoachStep(step, i18n) })}
        </View>
        {state === 'done' && <Chip tone="accent">{i18n._('✓ 做到了')}</Chip>}
        {state === 'now' && <Chip tone="warm">{i18n._('先做这一步')}</Chip>}
      </View>
      <Text className="play-note">{wordTask(step, i18n)}</Text>
      {measures.map((measure) => (
        <Text key={measure.fact} className="coach-measure">
          {`${measure.met ? '✓' : '·'} ${wordMeasure(measure, i18n)}`}
        </Text>
      ))}
      {state === 'now' && (
        <Button id={`way-${step}`} kind="plain" small onTap={way.go}>
          {way.name}
        </Button>
      )}
      <View className="coach-exercises">
        {exercises.map(({ id, ticked }) => (
          <Exercise key={id} id={id} ticked={ticked} onTick={() => tick(id, !ticked)} />
        ))}
      </View>
      {wrong !== '' && (
        <Text className="play-wrong" {...describe('alert')}>
          {wrong}
        </Text>
      )}
    </Card>
  )
}

export function CoachTrack({ coached }: { coached: Coached }) {
  const { i18n } = useLingui()
  return (
    <View className="coach">
      <View className="plays-title" {...heading(1)}>
        {i18n._('一步一步，做出自己的样子')}
      </View>
      <Text className="play-note">{i18n._('只有你自己看得到，不排名次')}</Text>
      {coached.steps.map((step, i) => (
        <Step key={step.step} step={step} nth={i + 1} />
      ))}
    </View>
  )
}
