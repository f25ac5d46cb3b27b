// 今天别打扰: for whom there was a reason to talk and a stronger one against; folded, with the reason and until when.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wordContact } from '@/features/contact/words'
import type { ShownRest } from '@/features/talk/shown'
import { asSentence, wordRest } from '@/features/talk/words'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { tappable } from '@/ui/tap'
import { FoldHead } from './FoldHead'

function Row({ one }: { one: ShownRest }) {
  const { i18n } = useLingui()
  const who = wordContact(one, i18n)
  const why = asSentence(wordRest(one, { now: Date.now(), lang: currentLang(), i18n }))
  return (
    <View
      className="told-open rest-row"
      {...tappable(`${who} ${why}`, () => openPage(`/pkgs/rep/contact/index?c=${one.contactId}`))}
    >
      <Text className="told-who">{who}</Text>
      <Text className="talk-note">{why}</Text>
    </View>
  )
}

export function Rest({ rest }: { rest: ShownRest[] }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  if (rest.length === 0) return null
  return (
    <View className="fold">
      <FoldHead name={i18n._('今天别打扰，{n} 位', { n: rest.length })} open={open} onTap={() => setOpen(!open)} />
      {open && rest.map((one) => <Row key={one.contactId} one={one} />)}
    </View>
  )
}
