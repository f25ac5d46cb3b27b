// One promise: what, and by when.
import { useLingui } from '@lingui/react'
import { dayAfter, dayOf } from '@shared/domain/day'
import { PROMISE_MAX } from '@shared/domain/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/features/file/Chips'
import { wordChildFacts, wordRefused } from '@/features/file/child-facts'
import { dropDraft, keepDraft, recallDraft } from '@/features/file/drafts'
import { PickDay } from '@/features/file/Pick'
import { dropPromise, makePromise } from '@/features/file/promises'
import { mintId } from '@/platform/mint'
import { useIsAlive } from '@/platform/page'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import type { Say } from './use-file'

/** sent: as it stands it may have arrived; written otherwise it is another promise. */
type Draft = { promiseId: string; text: string; days: number; dueDay: string; sent?: boolean }
type Props = { contactId: string; say: Say; onClose: () => void }

const IN_DAYS = [0, 1, 3, 7, 14] as const
const OTHER_DAY = -1

/** A draft of an earlier day keeps its distance, not its date. */
const dueOf = ({ days, dueDay }: Draft, today: string): string => (days === OTHER_DAY ? dueDay : dayAfter(today, days))

function Form({ contactId, say, onClose }: Props) {
  const { i18n } = useLingui()
  const slot = `${contactId}.promise`
  const today = dayOf(Date.now())
  const [draft, setDraft] = useState<Draft>(
    () => recallDraft<Draft>(slot) ?? { promiseId: mintId(), text: '', days: 1, dueDay: dayAfter(today, 1) },
  )
  const [error, setError] = useState('')
  const isAlive = useIsAlive()
  const put = (next: Draft) => {
    setDraft(next)
    keepDraft(slot, next)
  }
  const change = (part: Partial<Draft>) => {
    const { sent = false, ...before } = draft
    put({ ...before, ...part, ...(sent ? { promiseId: mintId() } : {}) })
    setError('')
  }
  const [text, dueDay] = [draft.text.trim(), dueOf(draft, today)]
  const save = () => {
    const child = wordChildFacts(text)
    if (child !== '') return setError(child)
    const promise = { promiseId: draft.promiseId, contactId, text, dueDay }
    put({ ...draft, sent: true })
    void makePromise(promise).then(
      () => {
        dropDraft(slot)
        const back = () => dropPromise({ ...promise, madeAt: 0, keptAt: null })
        say({ words: i18n._('记下了，到日子提醒你'), back })
        if (isAlive()) onClose()
      },
      (failure: unknown) => {
        const why = wordRefused(failure)
        if (isAlive()) setError(why)
        else say({ words: i18n._('没记上，草稿还在：{why}', { why }) })
      },
    )
  }
  const names = [i18n._('今天'), i18n._('明天'), ...[3, 7, 14].map((n) => i18n._('{n} 天后', { n }))]
  return (
    <View className="file-form">
      <Field
        id="promise-text"
        label={i18n._('答应了她什么')}
        value={draft.text}
        onChange={(next) => change({ text: next })}
        placeholder={i18n._('比如 到货了给她留一瓶')}
        error={error || undefined}
        maxLength={PROMISE_MAX}
        onConfirm={() => text !== '' && save()}
      />
      <Chips
        id="due"
        label={i18n._('哪天之前')}
        options={[
          ...IN_DAYS.map((value, n) => ({ value: value as number, name: names[n] ?? '' })),
          { value: OTHER_DAY, name: i18n._('选日子') },
        ]}
        chosen={[draft.days]}
        onToggle={(days) => change({ days, dueDay })}
      />
      {draft.days === OTHER_DAY && (
        <PickDay
          id="due-day"
          label={i18n._('日子')}
          day={dueDay}
          from={today}
          onChange={(day) => change({ dueDay: day })}
        />
      )}
      <Button id="keep-promise" disabled={text === ''} onTap={save}>
        {i18n._('记下')}
      </Button>
    </View>
  )
}

export function PromiseSheet(props: Props) {
  const { i18n } = useLingui()
  return (
    <Sheet open title={i18n._('承诺')} closeLabel={i18n._('关上')} onClose={props.onClose}>
      <Form {...props} />
    </Sheet>
  )
}
