// The English of every page: in a browser only who reads it fetches it. Chinese stands in the code itself.
import type { Messages } from '@lingui/core'

export const english: Messages = {}

/** null: it does not come now; until it does, Chinese is shown. */
export const fetchEnglish = (): Promise<Messages | null> =>
  import(/* webpackChunkName: "words-en" */ '../i18n/en').then(
    ({ messages }) => messages,
    () => null,
  )
