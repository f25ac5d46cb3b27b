// Which words does the check know? Kept as docs/advertising-words.md says.
import { ABSOLUTE_WORDS } from './absolute.data'
import { HEALTH_WORDS } from './health.data'
import { PLATFORM_WORDS } from './platform.data'
import { TRADE_WORDS } from './trade.data'
import type { AdWord } from './word'

export type { AdClass, AdWord, Severity } from './word'

/** The day of the last change; kept with every sign-off. */
export const WORDS_VERSION = '2026-11-22'

export const AD_WORDS: readonly AdWord[] = [...ABSOLUTE_WORDS, ...HEALTH_WORDS, ...TRADE_WORDS, ...PLATFORM_WORDS]
