// Who she is to me: the name I gave her, how sure that is, since when, and the tags I gave her by hand.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { Certain } from '@/features/contact/Certain'
import { NameSheet } from '@/features/contact/NameSheet'
import type { Done } from '@/features/contact/UndoBar'
import type { ContactFile } from '@/features/contact/use-contacts'
import { wordContact } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { GivenSheet } from './GivenSheet'

type Props = PropsWithChildren<{ contact: ContactFile['contact']; onDone: (done: Done) => void }>

export function Head({ contact, onDone, children }: Props) {
  const { i18n } = useLingui()
  const [sheet, setSheet] = useState<'' | 'name' | 'tags'>('')
  const since = wordInstant(contact.createdAt, Date.now(), currentLang())
  const close = () => setSheet('')
  return (
    <Card>
      <View className="file-head">
        <View className="file-who" {...heading(1)}>
          {wordContact(contact, i18n)}
        </View>
        <Button kind="quiet" small onTap={() => setSheet('name')}>
          {contact.remark === null ? i18n._('起个名') : i18n._('改名')}
        </Button>
      </View>
      {contact.origin === 'reader' && <Certain certainty={contact.certainty} />}
      <View className="file-fact">
        {contact.origin === 'rep'
          ? i18n._('{when} 你记下的', { when: since })
          : i18n._('认识于 {when}', { when: since })}
      </View>
      <View className="file-given">
        {contact.given.map((tag) => (
          <Chip key={tag} tone="accent">
            {tag}
          </Chip>
        ))}
        {contact.given.length === 0 && <Text className="file-fact">{i18n._('你还没给她贴标签')}</Text>}
        <Button kind="quiet" small className="file-edit" onTap={() => setSheet('tags')}>
          {contact.given.length === 0 ? i18n._('贴标签') : i18n._('改标签')}
        </Button>
      </View>
      {children}
      <NameSheet contact={sheet === 'name' ? contact : null} onClose={close} onDone={onDone} />
      {sheet === 'tags' && <GivenSheet contact={contact} onClose={close} />}
    </Card>
  )
}
