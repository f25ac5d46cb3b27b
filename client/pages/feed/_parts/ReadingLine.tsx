// One reading, told in a sentence: her name, when, what, how long; below it the part she stayed at longest.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { FeedLine } from '@/features/contact/use-contacts'
import { heatOf, wordHeat, wordLongest, wordReader, wordReading } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { Button } from '@/ui/Button'
import { tappable } from '@/ui/tap'
import './ReadingLine.scss'

/** A figure and its unit stay on one line: 16 秒, 54 s. */
const bound = (told: string): string => told.replace(/(\d) (?=[分秒小hms])/g, '$1\u00a0')

type Props = { line: FeedLine; onName: (line: FeedLine) => void }

export function ReadingLine({ line, onName }: Props) {
  const { i18n } = useLingui()
  const lang = currentLang()
  const heat = heatOf(line.totalMs)
  const who = wordReader(line, i18n)
  const told = wordReading(line, Date.now(), lang, i18n)
  const longest = line.longest ? wordLongest(line.longest, lang, i18n) : ''
  const open = () => openPage(`/pkgs/rep/contact/index?c=${line.contactId}`)
  return (
    <View className="reading">
      <View className="reading-open" {...tappable(`${who} ${told} ${longest}`, open)}>
        <View className={`reading-drop reading-${heat} ${line.live ? 'reading-live' : ''}`} />
        <View className="reading-words">
          <View className="reading-told">
            <Text className="reading-who">{who}</Text> <Text>{bound(told)}</Text>
          </View>
          <View className="reading-note">
            <Text className={`reading-heat reading-heat-${heat}`}>
              {line.live ? i18n._('正在读') : wordHeat(heat, i18n)}
            </Text>
            {longest !== '' && <Text>{bound(` · ${longest}`)}</Text>}
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
