// Does a text say what a rule listens for? Whole words and their synonyms, told apart from their denial; no patterns.
import type { MemberId, SignalRuleId } from './ids'

/** Whose rule it is: HQ's for every rep, or one rep's own. */
export type SignalOwner = MemberId | 'hq'

export type SignalRule = {
  _id: SignalRuleId
  ownerId: SignalOwner
  name: string // 换房
  words: string[] // 看房, 换房, 二手房 … any of them
  except: string[] // where one of these stands over the word it means something else: 不换房, 看房东
  talk: string // what to talk about, one line
  days: number // how long a hit stays news
  on: boolean
  rev: number
}
