// One talk: who, why, about what, how, what for; and how it went, in one tap.
import { useLingui } from '@lingui/react'
import { TALK_ENDS } from '@shared/domain/sheet'
import type { TalkReason } from '@shared/domain/talk'
import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { Certain } from '@/features/contact/Certain'
import { bound, wordCertainty, wordContact } from '@/features/contact/words'
import { wordEnd, wordHow, wordPurpose, wordReason } from '@/features/talk/names'
import type { ShownClue, ShownOutcome, ShownTalk } from '@/features/talk/shown'
import { asSentence, wordEvidence, wordLearned } from '@/features/talk/words'
import { copyText } from '@/platform/clipboard'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { useIsAlive } from '@/platform/page'
import { Card } from '@/ui/Card'
import { Chip, type ChipTone } from '@/ui/Chip'
import { tappable } from '@/ui/tap'

const ENDS = [...TALK_ENDS, 'later'] as const

/** What cannot wait is warm, what was read is blue; the words say the same. */
const TONES: Partial<Record<TalkReason, ChipTone>> = {
  ...{ promise: 'warm', signal: 'warm', repurchase: 'warm' },
  ...{ hot: 'ripple', deep: 'ripple', rising: 'ripple' },
}

function Part({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <View className="talk-part">
      <Text className="talk-part-name">{name}</Text>
      <View className="talk-part-words">{children}</View>
    </View>
  )
}

/** What her own outcomes say is told once, of the reason that put the talk here. */
function Clue({ clue, isFirst }: { clue: ShownClue; isFirst: boolean }) {
  const { i18n } = useLingui()
  const telling = { now: Date.now(), lang: currentLang(), i18n }
  const learned = isFirst ? asSentence(wordLearned(clue, i18n)) : ''
  const told = clue.evidence.map((evidence) => bound(asSentence(wordEvidence(evidence, clue.reason, telling))))
  return (
    <View className="talk-clue">
      <Chip tone={TONES[clue.reason] ?? 'plain'}>{wordReason(clue.reason, i18n)}</Chip>
      {told.map((words) => (
        <Text className="talk-told" key={words}>
          {words}
        </Text>
      ))}
      {learned !== '' && <Text className="talk-note">{learned}</Text>}
    </View>
  )
}

/** What she can begin with: a tap takes it along to WeChat. Two contacts may be told the same: heard, it is under a name. */
function Line({ who, line }: { who: string; line: string }) {
  const { i18n } = useLingui()
  const [state, setState] = useState<'' | 'copied' | 'failed'>('')
  const isAlive = useIsAlive()
  const copy = () => void copyText(line).then((copied) => isAlive() && setState(copied ? 'copied' : 'failed'))
  const words = { '': i18n._('点一下复制'), copied: i18n._('已复制'), failed: i18n._('没复制上，再点一次') }[state]
  return (
    <View className="talk-line" {...tappable(`${who} ${line} ${words}`, copy)}>
      <Text className="talk-say">{line}</Text>
      <Text className="talk-copy">{words}</Text>
    </View>
  )
}

const CIRCLES_SHOWN = 3

type Props = { talk: ShownTalk; onTell: (end: ShownOutcome['end']) => void }

export function TalkCard({ talk, onTell }: Props) {
  const { i18n } = useLingui()
  const { contactId, certainty, clues, about, line, circles = [] } = talk
  const who = wordContact(talk, i18n)
  const [strongest] = clues
  const saysAbout = about !== null && !line?.includes(about) // said once
  const open = () => openPage(`/pkgs/rep/contact/index?c=${contactId}`)
  return (
    <Card className="talk">
      <View className="talk-who" {...tappable(`${who} ${wordCertainty(certainty, i18n)}`, open)}>
        <View className="talk-names">
          <Text className="talk-name">{who}</Text>
          <Certain certainty={certainty} />
        </View>
        <View className="talk-on" />
      </View>
      <Part name={i18n._('为什么')}>
        {clues.map((clue) => (
          <Clue key={clue.reason} clue={clue} isFirst={clue === strongest} />
        ))}
        {circles.length > 0 && (
          <Text className="talk-note">
            {i18n._('她在圈层：{names}', { names: circles.slice(0, CIRCLES_SHOWN).join(i18n._('、')) })}
          </Text>
        )}
      </Part>
      {(about !== null || line !== null) && (
        <Part name={i18n._('聊什么')}>
          {saysAbout && <Text>{about}</Text>}
          {line !== null && <Line who={who} line={line} />}
        </Part>
      )}
      <Part name={i18n._('怎么聊')}>
        <Text>{wordHow(talk, i18n).join(' · ')}</Text>
      </Part>
      {strongest && (
        <Part name={i18n._('为了')}>
          <Text>{wordPurpose(strongest.reason, i18n)}</Text>
        </Part>
      )}
      <View className="talk-ends">
        {ENDS.map((end) => (
          <View
            key={end}
            className="button button-plain talk-end"
            hoverClass="button-pressed"
            {...tappable(`${who} ${wordEnd(end, i18n)}`, () => onTell(end))}
          >
            <Text className="button-text">{wordEnd(end, i18n)}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}
