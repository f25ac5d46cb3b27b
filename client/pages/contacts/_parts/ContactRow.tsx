// One contact in the list: her name, how sure that is, when she last read, why she is warm; unnamed ones can be named here.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { Certain } from '@/features/contact/Certain'
import { wordEvidence, wordTag } from '@/features/contact/tag-words'
import type { ShownContact } from '@/features/contact/use-contacts'
import { bound, wordCertainty, wordContact } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { tappable } from '@/ui/tap'
import './ContactRow.scss'

type Props = { contact: ShownContact; onName: (contact: ShownContact) => void }

const GIVEN_SHOWN = 3

export function ContactRow({ contact, onName }: Props) {
  const { i18n } = useLingui()
  const [lang, now] = [currentLang(), Date.now()]
  const who = wordContact(contact, i18n)
  const { top, lastReadAt, given } = contact
  const last =
    lastReadAt === null
      ? i18n._('还没见她读过')
      : i18n._('最近一次读：{when}', { when: wordInstant(lastReadAt, now, lang) })
  const why = top
    ? i18n._('关注{tag}：{evidence}', { tag: wordTag(top, i18n), evidence: wordEvidence(top, now, lang, i18n) })
    : ''
  const sure = contact.origin === 'reader' ? wordCertainty(contact.certainty, i18n) : ''
  const label = [who, sure, last, why].filter((part) => part !== '').join(' ')
  return (
    <View className="contact-row">
      <View
        className="contact-open"
        {...tappable(label, () => openPage(`/pkgs/rep/contact/index?c=${contact.contactId}`))}
      >
        <View className="contact-head">
          <Text className={contact.remark === null ? 'contact-who contact-new' : 'contact-who'}>{who}</Text>
          {contact.origin === 'reader' && <Certain certainty={contact.certainty} />}
        </View>
        <Text className="contact-last">{last}</Text>
        {why !== '' && <Text className="contact-why">{bound(why)}</Text>}
        {given.length > 0 && (
          <View className="contact-given">
            {given.slice(0, GIVEN_SHOWN).map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
            {given.length > GIVEN_SHOWN && (
              <Text className="contact-last">{i18n._('还有 {n} 个', { n: given.length - GIVEN_SHOWN })}</Text>
            )}
          </View>
        )}
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
