// How is a rule of words kept, whether HQ's or a rep's? The last save holds; saved again it changes nothing.
import type { Output, Parsed } from '@shared/contracts'
import type { SignalRuleId } from '@shared/domain/ids'
import { mayKeepRule, onceEach, type SignalOwner, type SignalRule } from '@shared/domain/signal'
import { changeRule, findRule, insertRule, listRulesOf, removeRule } from './data/signal-rules'
import { ensure, refusal } from './errors'
import type { CheckTexts } from './wechat'

type Saved = Parsed<'rep', 'signal.save'>

/** So many times others may be faster. */
const TRIES = 4

export const showRule = ({ _id, name, words, except, talk, days, on }: SignalRule): Output<'rep', 'signal.save'> => ({
  ...{ ruleId: _id, name, words, except, talk, days, on },
})

/** The rule as it stands now; null when someone was faster. */
const store = async (rule: SignalRule): Promise<SignalRule | null> => {
  const { _id, ownerId, rev: _, ...change } = rule
  const stored = await findRule(_id)
  ensure(mayKeepRule(ownerId, stored, stored ? 0 : (await listRulesOf(ownerId)).length), 'ruleId')
  const isKept = stored ? await changeRule(stored, change) : await insertRule(rule)
  return isKept ? rule : null
}

export const keepRule = async (ownerId: SignalOwner, saved: Saved, checkTexts: CheckTexts): Promise<SignalRule> => {
  const { ruleId, ...said } = saved
  const texts = [said.name, said.talk, ...said.words, ...said.except].filter((text) => text !== '')
  if ((await checkTexts([texts.join('，')])) === 'risky') throw refusal('unsafe-text', 'words')
  const words = { words: onceEach(said.words), except: onceEach(said.except) }
  if (!words.words.length) throw refusal('missing', 'words')
  for (let tries = 0; tries < TRIES; tries++) {
    const kept = await store({ _id: ruleId, ownerId, ...said, ...words, rev: 0 })
    if (kept) return kept
  }
  throw refusal('busy', 'ruleId')
}

export const dropRule = async (ownerId: SignalOwner, ruleId: SignalRuleId): Promise<{ dropped: boolean }> => {
  const stored = await findRule(ruleId)
  // HQ's rules are there for everybody to see; a colleague's are not there
  const isSeen = ownerId === 'hq' || stored?.ownerId === 'hq' || stored?.ownerId === ownerId
  if (stored && isSeen) ensure(mayKeepRule(ownerId, stored, 0), 'ruleId')
  return { dropped: (await removeRule(ruleId, ownerId)) > 0 }
}
