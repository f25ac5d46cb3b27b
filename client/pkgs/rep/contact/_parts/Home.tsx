// 一家人: who lives with her, and who of them reads what.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { HOME_MAX } from '@shared/domain/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { joinHome, leaveHome } from '@/features/contact/acts'
import { PickContact } from '@/features/contact/PickContact'
import type { Tell } from '@/features/contact/UndoBar'
import type { ContactFile, ShownContact } from '@/features/contact/use-contacts'
import { wordContact } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { afterHan } from '@/ui/han'
import { Sheet } from '@/ui/Sheet'
import { tappable } from '@/ui/tap'
import './Home.scss'

type Member = ContactFile['home'][number]
type Props = { file: ContactFile; tell: Tell; busy: boolean }

function MemberRow({ member }: { member: Member }) {
  const { i18n } = useLingui()
  const who = wordContact(member, i18n)
  const reads =
    member.reads.length > 0
      ? i18n._('读过 {titles}', {
          titles: member.reads.map((title) => i18n._('《{title}》', { title })).join(i18n._('、')),
        })
      : i18n._('还没见她读过')
  const last =
    member.lastReadAt === null
      ? ''
      : i18n._('最近{when}', { when: afterHan(wordInstant(member.lastReadAt, Date.now(), currentLang())) })
  return (
    <View
      className="home-member"
      {...tappable(`${who} ${reads} ${last}`, () => openPage(`/pkgs/rep/contact/index?c=${member.contactId}`))}
    >
      <Text className="home-who">{who}</Text>
      <Text className="file-fact">{[reads, last].filter((part) => part !== '').join(' · ')}</Text>
      {member.tags.length > 0 && (
        <View className="home-tags">
          {member.tags.map((tag) => (
            <Chip key={tag} tone="ripple">
              {tag}
            </Chip>
          ))}
        </View>
      )}
    </View>
  )
}

export function Home({ file, tell, busy }: Props) {
  const { i18n } = useLingui()
  const [picking, setPicking] = useState(false)
  const { contactId } = file.contact
  const others = file.home.filter((member) => member.contactId !== contactId)
  const join = (picked: ShownContact) => {
    const who = wordContact(picked, i18n)
    void tell(
      joinHome(picked.contactId, contactId).then(() => ({})),
      i18n._('{who}和她是一家人，记下了', { who }),
    )
    setPicking(false)
  }
  return (
    <>
      <View className="file-section" {...heading(2)}>
        {i18n._('一家人')}
      </View>
      <Card>
        {others.length === 0 && (
          <Text className="file-fact">{i18n._('家里还有别人也读？放在一起，看得出谁关心什么')}</Text>
        )}
        {others.map((member) => (
          <MemberRow key={member.contactId} member={member} />
        ))}
        <View className="phone-acts">
          {others.length < HOME_MAX - 1 && (
            <Button kind="quiet" small disabled={busy} onTap={() => setPicking(true)}>
              {i18n._('加一位家人')}
            </Button>
          )}
          {others.length > 0 && (
            <Button
              kind="quiet"
              small
              disabled={busy}
              onTap={() =>
                void tell(
                  leaveHome(contactId).then(() => ({})),
                  i18n._('记下了：她们不是一家人'),
                )
              }
            >
              {i18n._('她们不是一家人')}
            </Button>
          )}
        </View>
      </Card>
      <Sheet
        open={picking}
        title={i18n._('谁和她是一家人')}
        closeLabel={i18n._('关上')}
        onClose={() => setPicking(false)}
      >
        {picking && <PickContact not={[contactId, ...others.map((member) => member.contactId)]} onPick={join} />}
      </Sheet>
    </>
  )
}
