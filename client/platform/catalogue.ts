// The English of every page: the mini program and the tests have it from the start. Chinese stands in the code itself.
import type { Messages } from '@lingui/core'
import { messages as en } from '../i18n/en'

export const english: Messages = en

/** Nothing is left to fetch. */
export const fetchEnglish = (): Promise<Messages | null> => Promise.resolve(null)
