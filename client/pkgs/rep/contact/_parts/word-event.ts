// How a step of who is who is told in words.
import type { I18n } from '@lingui/core'
import type { ContactFile } from '@/features/contact/use-contacts'
import { wordNamed } from '@/features/contact/words'

type Event = ContactFile['history'][number]

export const wordEvent = ({ act, from, to }: Event, i18n: I18n): string => {
  const [before, after] = [wordNamed(from, i18n), wordNamed(to, i18n)]
  switch (act) {
    case 'name':
      return from === null ? i18n._('起名叫{after}', { after }) : i18n._('从{before}改名叫{after}', { before, after })
    case 'assign':
      return i18n._('从{before}换成{after}', { before, after })
    case 'own':
      return i18n._('从{before}分成另一位客户', { before })
    case 'confirm':
      return i18n._('确认是{after}', { after })
    case 'deny':
      return i18n._('说了不是{after}', { after })
    case 'also':
      return i18n._('{after}也用这台手机', { after })
    case 'not-also':
      return i18n._('{after}不用这台手机', { after })
    case 'introduce':
      return i18n._('她自己写了称呼：{after}', { after })
    case 'undo':
      return i18n._('撤销了一步')
  }
}
