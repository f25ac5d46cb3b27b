// How often may each action be asked for? Every limit of the mini program's own actions on one screen.
import type { Rate } from './rate'

/** Per caller, and in each running instance of a function: see docs/threat-model.md for what that is worth. */
export const RATES = {
  /** A thumb that never rests does not reach it; a phone that was offline all day brings what it kept in one burst. */
  ordinary: { burst: 300, aMinute: 240 },
  /** A phone reports about every fifteen seconds, of several open pages. */
  report: { burst: 120, aMinute: 120 },
  /** New cards, consents and offers: whoever makes hundreds a minute is no reader. */
  making: { burst: 60, aMinute: 60 },
  /** Painted, or asked of a service that costs money. */
  costly: { burst: 120, aMinute: 60 },
  /** Reads through many documents: verifying, exporting, importing. The longest table there is comes page by page. */
  heavy: { burst: 600, aMinute: 300 },
} as const satisfies Record<string, Rate>

export type ActionKind = keyof typeof RATES

/** What is not named here is ordinary; everything that `render` does is costly. */
export const KIND_OF: Readonly<Record<string, ActionKind>> = {
  'reader/reading.report': 'report',
  'reader/share.record': 'making',
  'reader/consent.give': 'making',
  'reader/submission.offer': 'making',
  'reader/submission.answer': 'making',
  'reader/partner.dispute': 'making',
  'reader/poll.vote': 'making',
  'rep/invite.bind': 'making',
  'rep/poster.code': 'costly',
  'rep/contact.export': 'heavy',
  'rep/contact.import': 'heavy',
  'hq/wording.suggest': 'costly',
  'hq/topic.suggest': 'costly',
  'hq/check.ask': 'costly',
  'hq/audit.verify': 'heavy',
  'hq/ledger.verify': 'heavy',
  'hq/export.page': 'heavy',
  'hq/roster.stage': 'heavy',
  'hq/deal.import': 'heavy',
}

export const kindOf = (fn: string, action: string): ActionKind =>
  fn === 'render' ? 'costly' : (KIND_OF[`${fn}/${action}`] ?? 'ordinary')

/** Ids and tokens that are not there: nobody who follows links she was given meets so many. */
export const MISSES: Rate = { burst: 60, aMinute: 6 }

/** Of one share, whoever calls: cards made from it and consents given by it. */
export const SHARE_MAKING: Rate = { burst: 300, aMinute: 300 }
/** Of one share, opened and reported. As much as an instance can answer, so that no card is read too often to be read. */
export const SHARE_READING: Rate = { burst: 3_000, aMinute: 3_000 }

/** Behind one address of a browser are a shop's wifi or a carrier's customers: so many times one person's limit. */
export const ADDRESS_TIMES = 10
