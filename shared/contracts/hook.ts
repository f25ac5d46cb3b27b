// Which addresses are told what happened, how the tellings went, and which programs hold tokens.
import * as z from 'zod'
import { TOKEN_DAYS, TOKEN_NAME_MAX, TOKEN_SCOPES } from '../domain/api-token'
import { DELIVERY_STATES, HOOK_EVENTS, HOOK_NAME_MAX, HOOK_URL_MAX } from '../domain/webhook'
import { action } from './action'
import { apiTokenId, cursor, nothing, webhookId } from './parts'

const event = z.enum(HOOK_EVENTS)
const name = (max: number) => z.string().trim().min(1).max(max)

export const shownHook = z.strictObject({
  webhookId: z.string(),
  rev: z.int(),
  name: z.string(),
  url: z.string(),
  events: z.array(event),
  on: z.boolean(),
  byName: z.string(),
  at: z.number(),
  offReason: z.string(), // why it was switched off by itself, '' when it was not
  lastOkAt: z.number().nullable(),
  lastFailedAt: z.number().nullable(),
  waiting: z.int(),
  dead: z.int(),
})
export type ShownHook = z.output<typeof shownHook>

export const listWebhooks = action('editor', nothing, z.strictObject({ webhooks: z.array(shownHook) }))
/** rev 0 makes it. secret: the key it signs with, told when it is made or made anew, and again only to the same request. */
export const saveWebhook = action(
  'editor',
  z.strictObject({
    webhookId,
    rev: z.int().min(0).max(1_000_000),
    name: name(HOOK_NAME_MAX),
    url: z.string().trim().min(1).max(HOOK_URL_MAX),
    events: z.array(event).min(1).max(HOOK_EVENTS.length),
    on: z.boolean(),
    newSecret: z.boolean(),
  }),
  z.strictObject({ webhookId: z.string(), rev: z.int(), secret: z.string().nullable() }),
)
/** What still waits to be told is told no more. */
export const dropWebhook = action('editor', z.strictObject({ webhookId }), nothing)

export const shownDelivery = z.strictObject({
  deliveryId: z.string(),
  event,
  at: z.number(),
  state: z.enum(DELIVERY_STATES),
  tries: z.int(),
  replays: z.int(),
  nextAt: z.number().nullable(), // while it waits
  status: z.int().nullable(),
  fault: z.enum(['refused', 'redirect', 'timeout', 'unreachable', 'not-public', 'hook-off']).nullable(),
  body: z.string(),
})
export type ShownDelivery = z.output<typeof shownDelivery>
export const deliveryId = z.string().regex(/^[\w.-]{3,140}$/)

/** Newest first. */
export const listDeliveries = action(
  'editor',
  z.strictObject({ webhookId, cursor: cursor.optional() }),
  z.strictObject({ deliveries: z.array(shownDelivery), next: z.string().nullable() }),
)
/** Tells it once more, with fresh tries, under the same id. replays: how often it had been played again when seen. */
export const replayDelivery = action(
  'editor',
  z.strictObject({ deliveryId, replays: z.int().min(0).max(1_000) }),
  z.strictObject({ delivery: shownDelivery }),
)

export const shownToken = z.strictObject({
  tokenId: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  byName: z.string(),
  at: z.number(),
  expiresAt: z.number(),
  revokedAt: z.number().nullable(),
  lastUsedAt: z.number().nullable(),
})
export type ShownApiToken = z.output<typeof shownToken>

export const listTokens = action('editor', nothing, z.strictObject({ tokens: z.array(shownToken) }))
/** The token itself is told here and nowhere else; the same request may be sent again for ten minutes. */
export const makeToken = action(
  'editor',
  z.strictObject({
    tokenId: apiTokenId,
    name: name(TOKEN_NAME_MAX),
    scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length),
    days: z.literal([...TOKEN_DAYS]),
  }),
  z.strictObject({ token: z.string(), expiresAt: z.number() }),
)
export const dropToken = action('editor', z.strictObject({ tokenId: apiTokenId }), nothing)
