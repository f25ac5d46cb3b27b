// 今天和谁聊: whom, why, about what and how; how it went in one tap; below, whom to leave alone.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Done, UndoBar } from '@/features/contact/UndoBar'
import { wordContact } from '@/features/contact/words'
import { Answered } from '@/features/member/Answered'
import { wordEnd } from '@/features/talk/names'
import type { ShownDay, ShownOutcome, ShownTalk } from '@/features/talk/shown'
import { keepConflict, tellOutcome, type useDay } from '@/features/talk/use-day'
import { wordConflict } from '@/features/talk/words'
import { lightHaptic } from '@/platform/haptic'
import { TABS } from '@/platform/nav'
import { useIsAlive } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { asShown, errorText } from '@/ui/error-text'
import { Empty } from '@/ui/States'
import { Conflicts } from './Conflicts'
import { Rest } from './Rest'
import { TalkCard } from './TalkCard'
import { ToldLine } from './ToldLine'
import './Talks.scss'

/** The list moves up under her thumb: the second half of a double tap must not tell of the next one. */
const STILL_MS = 400

/** Tells of a talk, and says in the bar what became of it. */
const useTelling = (day: string) => {
  const { i18n } = useLingui()
  const [done, onDone] = useState<Done | null>(null)
  const [still, setStill] = useState(false)
  const isAlive = useIsAlive()
  const tell = (talk: ShownTalk, end: ShownOutcome['end'] | null) => {
    if (still) return
    setStill(true)
    setTimeout(() => isAlive() && setStill(false), STILL_MS)
    lightHaptic()
    const who = wordContact(talk, i18n)
    const eventId = end === null ? null : talk.contactId // what the bar takes back
    onDone({
      words: end === null ? i18n._('撤销了') : i18n._('{who}，{end}', { who, end: wordEnd(end, i18n) }),
      eventId,
    })
    tellOutcome(day, talk.contactId, end).then(
      (conflict) => {
        if (conflict && isAlive()) onDone({ words: `${who} ${wordConflict(conflict, i18n)}`, eventId })
      },
      (failure: unknown) => void (isAlive() && onDone({ words: errorText(failure), eventId: null })),
    )
  }
  const takeBack = async (contactId: string) => {
    const conflict = await tellOutcome(day, contactId, null)
    if (conflict) keepConflict(conflict)
  }
  return { done, onDone, tell, takeBack }
}

function Day({ day, talks, rest }: ShownDay) {
  const { i18n } = useLingui()
  const { done, onDone, tell, takeBack } = useTelling(day)
  const open = talks.filter(({ outcome }) => outcome === null)
  const told = talks.filter(({ outcome }) => outcome !== null)
  return (
    <>
      {talks.length === 0 && (
        <Empty
          title={i18n._('今天没有要紧的人要聊')}
          hint={i18n._('有人细读、答应的事到期、好久没聊了，会出现在这里')}
        />
      )}
      <View className="talks-list">
        {open.map((talk) => (
          <TalkCard key={talk.contactId} talk={talk} onTell={(end) => tell(talk, end)} />
        ))}
      </View>
      {told.length > 0 && (
        <View className="talks-told">
          {told.map((talk) => (
            <ToldLine key={talk.contactId} talk={talk} day={day} onTakeBack={() => tell(talk, null)} />
          ))}
        </View>
      )}
      <Rest rest={rest} />
      <UndoBar done={done} onDone={onDone} act={takeBack} />
    </>
  )
}

function Left({ talks }: ShownDay) {
  const { i18n } = useLingui()
  if (talks.length === 0) return null
  const n = talks.filter(({ outcome }) => outcome === null).length
  return <Text className="talks-left">{n > 0 ? i18n._('还有 {n} 位', { n }) : i18n._('今天的都说过了')}</Text>
}

/** Told once by the posts above: that she is not signed in, or no guide. */
const SAID_ABOVE = ['unauthenticated', 'forbidden']

export function Talks({ asked }: { asked: ReturnType<typeof useDay> }) {
  const { i18n } = useLingui()
  if (asked.error && SAID_ABOVE.includes(asShown(asked.error).code)) return null
  return (
    <View className="talks">
      <View className="talks-top">
        <View className="talks-head" {...heading(2)}>
          {i18n._('今天和谁聊')}
        </View>
        {asked.data && <Left {...asked.data} />}
      </View>
      <Conflicts />
      <Answered asked={asked} next={TABS[0]} rows={2}>
        {(day) => <Day {...day} />}
      </Answered>
    </View>
  )
}
