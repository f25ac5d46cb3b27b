// One special day: what it is, when, by the sun or by the moon, and how long ahead she is to be thought of.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { OCCASION_NAME_MAX } from '@shared/domain/limits'
import { OCCASION_KINDS, type OccasionKind } from '@shared/domain/occasion-kinds'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/features/file/Chips'
import { wordChildFacts, wordRefused } from '@/features/file/child-facts'
import { dropDraft, keepDraft, recallDraft } from '@/features/file/drafts'
import { lunarDay, lunarMonth, wordOccasionKind } from '@/features/file/note-words'
import { dropOccasion, saveOccasion } from '@/features/file/occasions'
import { Pick } from '@/features/file/Pick'
import type { ShownOccasion } from '@/features/file/use-sheet'
import { currentLang } from '@/platform/lang'
import { mintId } from '@/platform/mint'
import { useIsAlive } from '@/platform/page'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import type { Say } from './use-file'

type Draft = Omit<ShownOccasion, 'next' | 'contactId'>
type Props = { contactId: string; before: ShownOccasion | null; say: Say; onClose: () => void }

const MONTHS = 12
const LUNAR_DAYS = 30
const SOLAR_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const LEADS = [0, 1, 3, 7] as const

const daysIn = ({ calendar, month }: Draft): number =>
  calendar === 'lunar' ? LUNAR_DAYS : (SOLAR_DAYS[month - 1] ?? LUNAR_DAYS)

const countTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1)

const newDraft = (): Draft => ({
  ...{
    occasionId: mintId(),
    kind: 'birthday',
    name: '',
    calendar: 'solar',
    month: 1,
    day: 1,
    leap: false,
    leadDays: 3,
  },
})

const wordsOf = ({ calendar }: Draft, i18n: I18n) => {
  const lunar = calendar === 'lunar' && currentLang() === 'zh'
  return {
    months: countTo(MONTHS).map((n) => (lunar ? lunarMonth(n) : i18n._('{n} 月', { n }))),
    dayName: (n: number) => (lunar ? lunarDay(n) : i18n._('{n} 日', { n })),
  }
}

function When({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const { i18n } = useLingui()
  const { months, dayName } = wordsOf(draft, i18n)
  const calendars = [
    { value: 'solar', name: i18n._('公历'), id: 'calendar-solar' },
    { value: 'lunar', name: i18n._('农历'), id: 'calendar-lunar' },
  ] as const
  const within = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    onChange({ ...part, day: Math.min(next.day, daysIn(next)) })
  }
  return (
    <>
      <Choice
        options={calendars}
        chosen={draft.calendar}
        onChange={(calendar) => within({ calendar, leap: calendar === 'lunar' && draft.leap })}
      />
      <View className="file-pair">
        <Pick
          id="month"
          label={i18n._('月')}
          names={months}
          at={draft.month - 1}
          onChange={(at) => within({ month: at + 1 })}
        />
        <Pick
          id="day"
          label={i18n._('日')}
          names={countTo(daysIn(draft)).map(dayName)}
          at={draft.day - 1}
          onChange={(at) => onChange({ day: at + 1 })}
        />
      </View>
      {draft.calendar === 'lunar' && (
        <Chips
          id="leap"
          options={[{ value: 'leap', name: i18n._('是闰月') }]}
          chosen={draft.leap ? ['leap'] : []}
          onToggle={() => onChange({ leap: !draft.leap })}
        />
      )}
    </>
  )
}

/** What is begun anew comes back as a draft; a change of what stands there does not. */
const useDraft = (contactId: string, before: ShownOccasion | null) => {
  const slot = `${contactId}.occasion`
  const [draft, setDraft] = useState<Draft>(() => {
    if (!before) return recallDraft<Draft>(slot) ?? newDraft()
    const { next: _, contactId: __, ...fields } = before
    return fields
  })
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    if (!before) keepDraft(slot, next)
  }
  return { draft, change, forget: () => dropDraft(slot) }
}

function Form({ contactId, before, say, onClose }: Props) {
  const { i18n } = useLingui()
  const { draft, change, forget } = useDraft(contactId, before)
  const [error, setError] = useState('')
  const isAlive = useIsAlive()
  const name = draft.name.trim() || wordOccasionKind(draft.kind, i18n)
  const ended = (words: string, back: () => Promise<unknown>) => {
    forget()
    say({ words, back })
    if (isAlive()) onClose()
  }
  const failed = (failure: unknown) => {
    if (isAlive()) setError(wordRefused(failure))
    else say({ words: wordRefused(failure) })
  }
  const save = () => {
    const child = wordChildFacts(name)
    if (child !== '') return setError(child)
    const occasion = { ...draft, name, contactId }
    const back = () => (before ? saveOccasion(withoutNext(before)) : dropOccasion(occasion))
    void saveOccasion(occasion).then(() => ended(i18n._('记下了，到日子提醒你'), back), failed)
  }
  const drop = () => {
    if (before)
      void dropOccasion(before).then(
        () => ended(i18n._('删掉了：{text}', { text: before.name }), () => saveOccasion(withoutNext(before))),
        failed,
      )
  }
  const kinds = OCCASION_KINDS.map((value: OccasionKind) => ({ value, name: wordOccasionKind(value, i18n) }))
  const leads = LEADS.map((value) => ({
    value,
    name: value === 0 ? i18n._('当天') : i18n._('提前 {n} 天', { n: value }),
  }))
  return (
    <View className="file-form">
      <Chips id="occasion" options={kinds} chosen={[draft.kind]} onToggle={(kind) => change({ kind })} />
      <When draft={draft} onChange={change} />
      <Field
        id="occasion-name"
        label={i18n._('叫什么（可不写）')}
        value={draft.name}
        onChange={(next) => {
          setError('')
          change({ name: next })
        }}
        placeholder={wordOccasionKind(draft.kind, i18n)}
        hint={i18n._('只记月日，不记年份和几岁')}
        error={error || undefined}
        maxLength={OCCASION_NAME_MAX}
      />
      <Chips
        id="lead"
        label={i18n._('什么时候提醒你')}
        options={leads}
        chosen={[draft.leadDays]}
        onToggle={(leadDays) => change({ leadDays })}
      />
      <Button id="keep-occasion" onTap={save}>
        {i18n._('存好')}
      </Button>
      {before && (
        <Button kind="danger" onTap={drop}>
          {i18n._('删掉')}
        </Button>
      )}
    </View>
  )
}

const withoutNext = ({ next: _, ...occasion }: ShownOccasion): Omit<ShownOccasion, 'next'> => occasion

export function OccasionSheet(props: Props) {
  const { i18n } = useLingui()
  return (
    <Sheet open title={i18n._('特殊日子')} closeLabel={i18n._('关上')} onClose={props.onClose}>
      <Form {...props} />
    </Sheet>
  )
}
