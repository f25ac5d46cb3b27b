// 关键人与支持: whom among her contacts gives to others, in which tier that is, and what was given to her for it.
import * as z from 'zod'
import {
  CONTRIBUTIONS,
  KOL_NOTE_MAX,
  KOL_TIERS,
  NOTED,
  SUPPORT_NAME_MAX,
  SUPPORTS_MAX,
  TIER_COUNT_MAX,
  TIER_NAME_MAX,
} from '../domain/kol'
import { CERTAINTIES } from '../domain/reader'
import { action } from './action'
import { agoMs, contactId, nothing, supportId } from './parts'

const tier = z.enum(KOL_TIERS)
const named = (max: number) => z.string().trim().min(1).max(max)
/** Names one kind of support; minted at the desk. */
const supportName = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/)
const support = z.strictObject({ supportId: supportName, name: named(SUPPORT_NAME_MAX) })
const tierRule = z.strictObject({
  tier,
  name: named(TIER_NAME_MAX),
  count: z.int().min(1).max(TIER_COUNT_MAX),
  kinds: z.int().min(1).max(CONTRIBUTIONS.length),
  support: z.array(support).max(SUPPORTS_MAX),
})
const tiers = z.array(tierRule).length(KOL_TIERS.length)
export type ShownTier = z.output<typeof tierRule>

/** The tiers and what support each holds; rev 0: as they come with the product. */
const settings = z.strictObject({ tiers, rev: z.int().min(0) })
export const seeKol = action('editor', nothing, settings)
/** Only over what was seen. */
export const saveKol = action('editor', settings, settings)

/** few: one to four; else in fives, rounded down. */
const shownCount = z.union([z.int().min(0), z.literal('few')])
const sums = {
  tiers: z.array(z.strictObject({ tier, people: shownCount })),
  given: z.array(z.strictObject({ supportId: z.string(), name: z.string(), times: shownCount })),
}
/** Counts alone, by team; id '' for who is in none. */
export const seeSupport = action(
  'desk',
  nothing,
  z.strictObject({
    asOf: z.number().nullable(), // of the oldest of them; null: nothing has been counted
    scope: z.union([z.literal('firm'), z.array(z.string())]),
    tiers: z.array(z.strictObject({ tier, name: z.string() })),
    whole: z.strictObject(sums),
    rows: z.array(z.strictObject({ id: z.string(), name: z.string(), ...sums })),
  }),
)
export type SeenSupport = z.output<typeof seeSupport.output>

const who = z.strictObject({
  contactId: z.string(),
  remark: z.string().nullable(),
  ordinal: z.string(),
  certainty: z.enum(CERTAINTIES),
})
/** entryId: hers to take back; null: it stands on what the customer herself gave. */
const contribution = z.strictObject({
  entryId: z.string().nullable(),
  of: z.enum(CONTRIBUTIONS),
  at: z.number(),
  what: z.string(),
})
const keyPerson = z.strictObject({
  who,
  tier: tier.nullable(),
  found: z.strictObject({ count: z.int(), kinds: z.int() }),
  because: z.array(contribution), // the latest first
  due: z.array(support), // of her tier and below, never given yet
  given: z.array(z.strictObject({ entryId: z.string(), supportId: z.string(), name: z.string(), at: z.number() })),
})
export type KeyPerson = z.output<typeof keyPerson>

/** contactId: of this one alone, whatever is known of her. mayAsk: whom she might ask, because others read what she sends on. */
export const listKol = action(
  'rep',
  z.strictObject({ contactId: contactId.optional() }),
  z.strictObject({ asOf: z.number(), tiers, people: z.array(keyPerson), mayAsk: z.array(who) }),
)
export type KolList = z.output<typeof listKol.output>

const entry = z.strictObject({ entryId: z.string(), contactId: z.string(), at: z.number() })
/** She helped. Repeatable by entryId. */
export const noteKol = action(
  'rep',
  z.strictObject({
    entryId: supportId,
    contactId,
    of: z.enum(NOTED),
    note: z.string().trim().max(KOL_NOTE_MAX),
    agoMs,
  }),
  entry,
)
/** Some support of her tier, or of one below, was given to her. Repeatable by entryId. */
export const giveKol = action(
  'rep',
  z.strictObject({ entryId: supportId, contactId, supportId: supportName, agoMs }),
  entry,
)
/** It was not so after all. */
export const undoKol = action('rep', z.strictObject({ entryId: supportId }), z.strictObject({ dropped: z.boolean() }))
