// A talk she has told of, in one line: how it went and when, and the way back.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { wordContact } from '@/features/contact/words'
import type { ShownTalk } from '@/features/talk/shown'
import { wordOutcome } from '@/features/talk/words'
import { openPage } from '@/platform/nav'
import { tappable } from '@/ui/tap'

type Props = { talk: ShownTalk; day: string; onTakeBack: () => void }

export function ToldLine({ talk, day, onTakeBack }: Props) {
  const { i18n } = useLingui()
  if (!talk.outcome) return null
  const who = wordContact(talk, i18n)
  const told = wordOutcome(talk.outcome, i18n)
  const back = talk.outcome.end === 'later' ? i18n._('现在聊') : i18n._('撤销')
  return (
    <View className="told">
      <View
        className="told-open"
        {...tappable(`${who} ${told}`, () => openPage(`/pkgs/rep/contact/index?c=${talk.contactId}`))}
      >
        <Text className="told-who">{who}</Text>
        <Text className="talk-note">{told}</Text>
      </View>
      {talk.outcome.end === 'dealt' && (
        <View
          className="told-back"
          hoverClass="button-pressed"
          {...tappable(`${who} ${i18n._('记金额')}`, () =>
            openPage(`/pkgs/rep/deal/index?c=${talk.contactId}&d=${day}`),
          )}
        >
          <Text>{i18n._('记金额')}</Text>
        </View>
      )}
      <View className="told-back" hoverClass="button-pressed" {...tappable(`${who} ${back}`, onTakeBack)}>
        <Text>{back}</Text>
      </View>
    </View>
  )
}
