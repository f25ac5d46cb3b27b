// 一对多: the present step big, how long is left, what comes next. It goes on while she is in the chat.
import { useLingui } from '@lingui/react'
import type { ListedPlaybook } from '@shared/contracts/playbook'
import { plannedMs, remainingMs, type SessionRun, wordClock } from '@shared/domain/group-session'
import { Text, View } from '@tarojs/components'
import { type SessionOf, useSession } from '@/features/group/use-session'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { CopyLine } from './CopyLine'

type Steps = ListedPlaybook['steps']
const MINUTE_MS = 60_000

function Outline({ steps }: { steps: Steps }) {
  const { i18n } = useLingui()
  return (
    <Card>
      {steps.map((step, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps may be named alike and keep their order
        <View key={n} className="group-item">
          <Text className="group-time">{step.minutes === null ? '—' : i18n._('{n} 分钟', { n: step.minutes })}</Text>
          <Text>{step.name}</Text>
        </View>
      ))}
    </Card>
  )
}

function Clock({ left }: { left: number | null }) {
  const { i18n } = useLingui()
  if (left === null) return null
  const over = left < 0
  return (
    <View className={over ? 'group-clock group-clock-over' : 'group-clock'}>
      <Text className="group-number">{wordClock(left)}</Text>
      <Text className="group-note">{over ? i18n._('超了') : i18n._('还剩')}</Text>
    </View>
  )
}

type NowProps = { run: SessionRun; now: number; steps: Steps; go: (step: number) => void; stop: () => void }

function Now({ run, now, steps, go, stop }: NowProps) {
  const { i18n } = useLingui()
  const [step, next] = [steps[run.step], steps[run.step + 1]]
  if (!step) return null
  return (
    <Card>
      <Text className="group-note">{i18n._('第 {n} 步，共 {all} 步', { n: run.step + 1, all: steps.length })}</Text>
      <View className="group-step" {...heading(2)}>
        {step.name}
      </View>
      <Clock left={remainingMs(run, steps, now)} />
      {step.say.map((line) => (
        <CopyLine key={`${run.step} ${line}`} line={line} />
      ))}
      <Button id="next-step" onTap={() => go(run.step + 1)}>
        {next ? i18n._('下一步：{name}', { name: next.name }) : i18n._('讲完了')}
      </Button>
      <View className="group-acts">
        {run.step > 0 && (
          <Button kind="quiet" small onTap={() => go(run.step - 1)}>
            {i18n._('回上一步')}
          </Button>
        )}
        <Button id="stop-session" kind="quiet" small onTap={stop}>
          {i18n._('先停下')}
        </Button>
      </View>
    </Card>
  )
}

export function Session({ of, steps }: { of: SessionOf; steps: Steps }) {
  const { i18n } = useLingui()
  const { run, now, start, go, stop } = useSession(of, steps)
  if (run) return <Now {...{ run, now, steps, go, stop }} />
  const minutes = Math.round(plannedMs(steps) / MINUTE_MS)
  return (
    <>
      <Outline steps={steps} />
      <Button id="start-session" disabled={steps.length === 0} onTap={start}>
        {i18n._('开始，约 {n} 分钟', { n: minutes })}
      </Button>
    </>
  )
}
