// 这是谁: which phones read as her, which others may be hers, and what was said about that, to be taken back.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { View } from '@tarojs/components'
import type { Tell } from '@/features/contact/UndoBar'
import type { ContactFile } from '@/features/contact/use-contacts'
import { wordContact } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { Ask } from './Ask'
import { History } from './History'
import { Phone } from './Phone'
import './Who.scss'

type Props = { file: ContactFile; tell: Tell; busy: boolean }

/** Asked on top of the file, where it is seen: she may read on a phone nobody has told us about yet. */
export function MayBe({ file, tell, busy }: Props) {
  const { i18n } = useLingui()
  const { contactId } = file.contact
  if (file.mayBe.length === 0) return null
  return (
    <Card className="may-be">
      <View className="may-be-head" {...heading(2)}>
        {i18n._('这是她吗')}
      </View>
      {file.mayBe.map(({ readerKey, title, at }) => (
        <Ask
          key={readerKey}
          who={{ readerKey, contactId }}
          name={wordContact(file.contact, i18n)}
          evidence={i18n._('只发给她的《{title}》，{when} 在一台还没认出的手机上点开', {
            title,
            when: wordInstant(at, Date.now(), currentLang()),
          })}
          tell={tell}
          busy={busy}
        />
      ))}
    </Card>
  )
}

export function Who({ file, tell, busy }: Props) {
  const { i18n } = useLingui()
  const { readers, history } = file
  return (
    <>
      <View className="file-section" {...heading(2)}>
        {i18n._('这是谁')}
      </View>
      {readers.length === 0 && (
        <View className="file-fact">
          {i18n._('还没有哪台手机认作她。转发时选“转发给某位客户”，她点开后这里会问你')}
        </View>
      )}
      {readers.map((reader, n) => (
        <Phone key={reader.readerKey} reader={reader} ordinal={n + 1} file={file} tell={tell} busy={busy} />
      ))}
      {history.length > 0 && <History events={history} tell={tell} busy={busy} />}
    </>
  )
}
