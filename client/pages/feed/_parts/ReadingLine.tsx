// One reading, told in a sentence: her name, when, what, how long; below it the part she stayed at longest, and returns.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { FeedLine } from '@/features/contact/use-feed'
import { bound, heatOf, wordHeat, wordLongest, wordReader, wordReading, wordReturns } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { Button } from '@/ui/Button'
import { tappable } from '@/ui/tap'
import './ReadingLine.scss'

type Props = { line: FeedLine; unread: boolean; onName: (line: FeedLine) => void }

export function ReadingLine({ line, unread, onName }: Props) {
  const { i18n } = useLingui()
  const lang = currentLang()
  const heat = heatOf(line.totalMs)
  const who = wordReader(line, i18n)
  const told = wordReading(line, Date.now(), lang, i18n)
  const notes = [...(line.longest ? [wordLongest(line.longest, lang, i18n)] : []), ...wordReturns(line, i18n)]
  const state = line.live ? i18n._('正在读') : wordHeat(heat, i18n)
  const label = [...(unread ? [i18n._('新的')] : []), who, told, state, ...notes].join(' ')
  const open = () => openPage(`/pkgs/rep/contact/index?c=${line.contactId}`)
  return (
    <View className="reading">
      {unread && <View className="reading-unread" />}
      <View className="reading-open" {...tappable(label, open)}>
        <View className={`reading-drop reading-${heat} ${line.live ? 'reading-live' : ''}`} />
        <View className="reading-words">
          <View className="reading-told">
            <Text className="reading-who">{who}</Text> <Text>{bound(told)}</Text>
          </View>
          <View className="reading-note">
            <Text className={`reading-heat reading-heat-${heat}`}>{state}</Text>
            {notes.map((note) => (
              <Text key={note}>{bound(` · ${note}`)}</Text>
            ))}
          </View>
        </View>
      </View>
      {line.remark === null && (
        <Button kind="quiet" small className="reading-name" onTap={() => onName(line)}>
          {i18n._('起个名')}
        </Button>
      )}
    </View>
  )
}
