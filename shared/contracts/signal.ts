// Which words mean business, whose rules they are, and where they were met lately.
import * as z from 'zod'
import {
  SIGNAL_DAYS_MAX,
  SIGNAL_NAME_MAX,
  SIGNAL_RULES_MAX,
  SIGNAL_TALK_MAX,
  SIGNAL_WORD_MAX,
  SIGNAL_WORDS_MAX,
} from '../domain/limits'
import { NOTE_KINDS } from '../domain/note'
import { CERTAINTIES } from '../domain/reader'
import { action } from './action'
import { cursor, nothing, signalRuleId } from './parts'

const words = z.array(z.string().trim().min(1).max(SIGNAL_WORD_MAX)).max(SIGNAL_WORDS_MAX)
const ruleFields = {
  name: z.string().trim().min(1).max(SIGNAL_NAME_MAX),
  words: words.min(1),
  except: words,
  talk: z.string().trim().max(SIGNAL_TALK_MAX),
  days: z.int().min(1).max(SIGNAL_DAYS_MAX),
  on: z.boolean(),
}
const shownRule = z.strictObject({ ruleId: z.string(), ...ruleFields })
export type ShownRule = z.output<typeof shownRule>
const rules = z.array(shownRule).max(SIGNAL_RULES_MAX)

const saved = z.strictObject({ ruleId: signalRuleId, ...ruleFields })
export type SavedRule = z.input<typeof saved>
const dropped = z.strictObject({ dropped: z.boolean() })

/** Hers to change, and HQ's that are on. */
export const seeSignalRules = action('rep', nothing, z.strictObject({ own: rules, hq: rules }))
/** The same id is the same rule; the last save holds. */
export const saveSignalRule = action('rep', saved, shownRule)
export const dropSignalRule = action('rep', z.strictObject({ ruleId: signalRuleId }), dropped)

const shownHits = z.strictObject({
  noteId: z.string(),
  who: z
    .strictObject({
      contactId: z.string(),
      remark: z.string().nullable(),
      ordinal: z.string(),
      certainty: z.enum(CERTAINTIES),
    })
    .nullable(),
  groupId: z.string().nullable(), // where it was said in a group
  kind: z.enum(NOTE_KINDS),
  at: z.number(),
  hits: z.array(
    z.strictObject({
      ruleId: z.string(),
      name: z.string(),
      word: z.string(),
      around: z.strictObject({ before: z.string(), after: z.string() }).nullable(), // null: the words are not kept
      talk: z.string(), // '' where the rule is gone
    }),
  ),
})
export type ShownHits = z.output<typeof shownHits>

/** Where her rules and HQ's were met, the latest first. */
export const listSignals = action(
  'rep',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({ items: z.array(shownHits), next: z.string().nullable() }),
)

/** HQ's rules stand for every rep. */
export const listHqSignals = action('editor', nothing, z.strictObject({ rules }))
export const saveHqSignal = action('editor', saved, shownRule)
export const dropHqSignal = action('editor', z.strictObject({ ruleId: signalRuleId }), dropped)
