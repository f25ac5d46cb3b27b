// One contact in the list: her name and when she last read; unnamed ones can be named here.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import type { ShownContact } from '@/features/contact/use-contacts'
import { wordReader } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { Button } from '@/ui/Button'
import { tappable } from '@/ui/tap'
import './ContactRow.scss'

type Props = { contact: ShownContact; onName: (contact: ShownContact) => void }

export function ContactRow({ contact, onName }: Props) {
  const { i18n } = useLingui()
  const who = wordReader(contact, i18n)
  const last = i18n._('最近一次读：{when}', { when: wordInstant(contact.lastReadAt, Date.now(), currentLang()) })
  return (
    <View className="contact-row">
      <View
        className="contact-open"
        {...tappable(`${who} ${last}`, () => openPage(`/pkgs/rep/contact/index?c=${contact.contactId}`))}
      >
        <Text className={contact.remark === null ? 'contact-who contact-new' : 'contact-who'}>{who}</Text>
        <Text className="contact-last">{last}</Text>
      </View>
      {contact.remark === null ? (
        <Button kind="quiet" small onTap={() => onName(contact)}>
          {i18n._('起个名')}
        </Button>
      ) : (
        <View className="contact-on" />
      )}
    </View>
  )
}
