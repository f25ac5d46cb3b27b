// One play for a group: a session by the clock, or a micro-class as a plan.
import { useLingui } from '@lingui/react'
import type { ListedPlaybook } from '@shared/contracts/playbook'
import { Text, View } from '@tarojs/components'
import { usePlays } from '@/features/group/use-plays'
import { Answered } from '@/features/member/Answered'
import { goBack } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { Empty } from '@/ui/States'
import { CopyLine } from './CopyLine'
import { Session } from './Session'

type Props = { groupId: string; playbookId: string }

function Lessons({ play }: { play: ListedPlaybook }) {
  const { i18n } = useLingui()
  return (
    <>
      {play.steps.map((step, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lessons may be named alike and keep their order
        <Card key={n}>
          <View className="group-part" {...heading(2)}>
            {i18n._('第 {n} 节 {name}', { n: n + 1, name: step.name })}
          </View>
          {step.minutes !== null && <Text className="group-note">{i18n._('{n} 分钟', { n: step.minutes })}</Text>}
          {step.say.map((line) => (
            <CopyLine key={line} line={line} />
          ))}
        </Card>
      ))}
    </>
  )
}

function Advice({ dos, donts }: Pick<ListedPlaybook, 'dos' | 'donts'>) {
  const { i18n } = useLingui()
  if (dos.length + donts.length === 0) return null
  return (
    <Card>
      {dos.map((line) => (
        <Text key={line} className="group-rule">
          {i18n._('要：{line}', { line })}
        </Text>
      ))}
      {donts.map((line) => (
        <Text key={line} className="group-rule">
          {i18n._('不要：{line}', { line })}
        </Text>
      ))}
    </Card>
  )
}

export function PlayPage({ groupId, playbookId }: Props) {
  const { i18n } = useLingui()
  const plays = usePlays()
  return (
    <Answered asked={plays} next={`/pkgs/rep/groups/index?g=${groupId}&s=${playbookId}`}>
      {({ playbooks }) => {
        const play = playbooks.find((one) => one.playbookId === playbookId)
        if (!play)
          return (
            <Empty
              level={1}
              title={i18n._('这个套路不在了')}
              hint={i18n._('总部可能收回了它，换一个看看')}
              action={i18n._('返回')}
              onAction={() => goBack()}
            />
          )
        return (
          <View className="groups">
            <View className="groups-title" {...heading(1)}>
              {play.name}
            </View>
            {play.goal !== '' && <Text className="group-note">{play.goal}</Text>}
            {play.scene === 'micro-class' ? (
              <Lessons play={play} />
            ) : (
              <Session of={{ groupId, playbookId }} steps={play.steps} />
            )}
            <Advice {...play} />
          </View>
        )
      }}
    </Answered>
  )
}
