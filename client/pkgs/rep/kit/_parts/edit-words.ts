// How is a row under her own wording said?
import type { I18n } from '@lingui/core'
import type { EditRow, Fix } from './edit-rows'

/** Reasons that are not about a fact gone or come. */
const wordForm = (i18n: I18n, { reason, word }: EditRow): string | null => {
  switch (reason) {
    case 'leak':
      return i18n._('“{word}”不像发给客户的话', { word })
    case 'legal-tail':
      return i18n._('“{word}”要原样留着，放在原来的位置', { word })
    case 'fact-moved':
      return i18n._('“{word}”挪了位置', { word })
    case 'pressure':
      return i18n._('“{word}”催得太紧', { word })
    case 'script-changed':
      return i18n._('“{word}”要和原文一样，用简体或繁体', { word })
    case 'repeated':
      return i18n._('“{word}”写重了', { word })
    case 'cut-off':
      return i18n._('“{word}”后面没写完', { word })
    case 'symbol-spam':
      return i18n._('“{word}”这样的符号太多', { word })
    case 'too-long':
      return i18n._('比原文长太多')
    case 'too-short':
      return i18n._('比原文短太多')
    default:
      return null
  }
}

export const wordRow = (i18n: I18n, row: EditRow): string => {
  const { kind, word, was } = row
  const form = wordForm(i18n, row)
  if (form !== null) return form
  switch (kind) {
    case 'word':
      return i18n._('“{word}”不能用', { word })
    case 'lost':
      return i18n._('少了“{word}”', { word })
    case 'added':
      return i18n._('“{word}”原文没有', { word })
    case 'changed':
      return i18n._('“{word}”原来是“{was}”', { word, was })
    case 'differs':
      return i18n._('“{word}”和原文不一样', { word })
  }
}

export const wordFix = (i18n: I18n, { length, put }: Fix): string => {
  if (put === '') return i18n._('去掉')
  return length === 0 ? i18n._('放回“{put}”', { put }) : i18n._('换成“{put}”', { put })
}
