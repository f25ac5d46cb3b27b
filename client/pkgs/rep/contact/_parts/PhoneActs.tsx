// Saying otherwise about one phone: it is another contact's, somebody new's, or not hers alone.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { linkReader } from '@/features/contact/acts'
import { PickContact } from '@/features/contact/PickContact'
import type { Tell } from '@/features/contact/UndoBar'
import type { ContactFile, ShownContact } from '@/features/contact/use-contacts'
import { wordContact } from '@/features/contact/words'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'

type Props = { reader: ContactFile['readers'][number]; file: ContactFile; tell: Tell; busy: boolean }

/** She is only one who uses it too; whose it is is said in the other one's file. */
const isGuest = ({ reader, file }: Props): boolean =>
  reader.shared &&
  reader.certainty === 'likely' &&
  !file.mayBe.some(({ readerKey }) => readerKey === reader.readerKey) &&
  !reader.likely.some(({ contactId }) => contactId === file.contact.contactId)

/** Nothing to part where it is the very phone this contact came into being with. */
const mayPart = ({ reader, file }: Props): boolean =>
  reader.certainty !== 'unnamed' &&
  (reader.certainty === 'likely' || file.contact.origin === 'rep' || file.readers.length > 1)

export function PhoneActs(props: Props) {
  const { i18n } = useLingui()
  const [sheet, setSheet] = useState<'' | 'assign' | 'also'>('')
  const { reader, file, tell, busy } = props
  const { readerKey } = reader
  const her = { readerKey, contactId: file.contact.contactId }
  const act = (words: string, onTap: () => void) => (
    <Button kind="quiet" small disabled={busy} onTap={onTap}>
      {words}
    </Button>
  )
  const pick = (picked: ShownContact) => {
    const who = wordContact(picked, i18n)
    const [kind, words] =
      sheet === 'also'
        ? (['also', i18n._('记下了：{who}也用这台手机', { who })] as const)
        : (['assign', i18n._('这台手机归到{who}了', { who })] as const)
    setSheet('')
    return tell(linkReader({ readerKey, contactId: picked.contactId }, kind), words)
  }
  if (isGuest(props)) {
    const words = i18n._('记下了：{who}不用这台手机', { who: wordContact(file.contact, i18n) })
    return (
      <View className="phone-acts">
        {act(i18n._('她不用这台手机'), () => void tell(linkReader(her, 'not-also'), words))}
      </View>
    )
  }
  return (
    <View className="phone-acts">
      {act(i18n._('换成别的客户'), () => setSheet('assign'))}
      {mayPart(props) &&
        act(i18n._('其实是另一个人'), () => void tell(linkReader(her, 'own'), i18n._('这台手机分成另一位客户了')))}
      {act(i18n._('这台手机还有别人用'), () => setSheet('also'))}
      <Sheet
        open={sheet !== ''}
        title={sheet === 'also' ? i18n._('还有谁用这台手机') : i18n._('这台手机是谁的')}
        closeLabel={i18n._('关上')}
        onClose={() => setSheet('')}
      >
        {sheet !== '' && <PickContact not={[her.contactId]} onPick={pick} />}
      </Sheet>
    </View>
  )
}
