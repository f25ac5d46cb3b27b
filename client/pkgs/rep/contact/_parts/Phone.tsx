// One phone that reads under this contact: how sure it is that it is hers, and by what evidence.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { Certain } from '@/features/contact/Certain'
import type { Tell } from '@/features/contact/UndoBar'
import type { ContactFile } from '@/features/contact/use-contacts'
import { bound, wordContact } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { afterHan } from '@/ui/han'
import { Ask } from './Ask'
import { PhoneActs } from './PhoneActs'

type Reader = ContactFile['readers'][number]
type Question = { contactId: string; name: string; evidence: string }
type Props = { reader: Reader; ordinal: number; file: ContactFile; tell: Tell; busy: boolean }

const on = (at: number): string => wordInstant(at, Date.now(), currentLang())

const factsOf = (reader: Reader, i18n: I18n): string[] => [
  ...(reader.selfName ? [i18n._('她写的称呼：{name}', { name: reader.selfName })] : []),
  i18n._('读过 {n} 次，最近{when}', { n: reader.readings, when: afterHan(on(reader.lastReadAt)) }),
  i18n._('{when} 同意让你知道她读了什么', { when: on(reader.consentGivenAt) }),
  ...(reader.tagsOn ? [] : [i18n._('这台手机上，她没开标签整理')]),
]

/** What the rep can settle with one tap; what is asked on top of the file already is not asked again. */
const questionsOf = (reader: Reader, { contact, mayBe }: ContactFile, i18n: I18n): Question[] => {
  const { contactId } = contact
  const isAsked = mayBe.some(({ readerKey }) => readerKey === reader.readerKey)
  const suggested = reader.likely.filter((may) => !(isAsked && may.contactId === contactId))
  const cards = suggested.map((may) => {
    const name = may.remark ?? i18n._('另一位客户')
    const facts = { name, title: may.title, when: on(may.at) }
    const evidence = i18n._('可能是{name}：只发给她的《{title}》，{when} 在这台手机上点开', facts)
    return { contactId: may.contactId, name, evidence }
  })
  if (reader.certainty !== 'named' || reader.selfName === null) return cards
  const name = wordContact(contact, i18n)
  const evidence = i18n._('她给自己写的称呼是“{self}”，是{name}吗', { self: reader.selfName, name })
  return [{ contactId, name, evidence }, ...cards]
}

export function Phone({ reader, ordinal, file, tell, busy }: Props) {
  const { i18n } = useLingui()
  return (
    <Card>
      <View className="phone-head">
        <View className="phone-name" {...heading(3)}>
          {i18n._('手机 {n}', { n: ordinal })}
        </View>
        <Certain certainty={reader.certainty} />
        {reader.shared && <Chip>{i18n._('不止一个人用')}</Chip>}
      </View>
      <View className="phone-facts">
        {factsOf(reader, i18n).map((fact) => (
          <Text className="file-fact" key={fact}>
            {bound(fact)}
          </Text>
        ))}
      </View>
      {questionsOf(reader, file, i18n).map(({ contactId, name, evidence }) => (
        <Ask
          key={`${contactId} ${evidence}`}
          who={{ readerKey: reader.readerKey, contactId }}
          name={name}
          evidence={evidence}
          tell={tell}
          busy={busy}
        />
      ))}
      <PhoneActs reader={reader} file={file} tell={tell} busy={busy} />
    </Card>
  )
}
