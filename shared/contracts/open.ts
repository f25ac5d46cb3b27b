// What may programs of the firm ask over HTTP? Versioned paths, a token's scope each; nothing about customers one by one.
import * as z from 'zod'
import type { TokenScope } from '../domain/api-token'
import { REP_KINDS, ROLES } from '../domain/member'
import { POST_CHANNELS, POST_STATES } from '../domain/post'
import { deliveryId, shownDelivery } from './hook'
import { cursor, postId, webhookId } from './parts'

export type Route<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly method: 'GET' | 'POST'
  readonly path: string // {name}: a part of the path that is an input
  readonly scope: TokenScope
  readonly input: Input // parts of the path, the query, and of POST the body, in one
  readonly output: Output
}

const route = <Input extends z.ZodType, Output extends z.ZodType>(
  way: `${'GET' | 'POST'} /v1/${string}`,
  scope: TokenScope,
  input: Input,
  output: Output,
): Route<Input, Output> => {
  const [method, path] = way.split(' ') as ['GET' | 'POST', string]
  return { method, path, scope, input, output }
}

/** Queries are texts. */
const count = (max: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(max))
const next = z.string().nullable() // hand it back as cursor; null: this was the last page
const state = z.enum(POST_STATES)

const postLine = {
  postId: z.string(),
  version: z.int(),
  state,
  title: z.string(),
  column: z.string(),
  columnId: z.string().nullable(),
  topics: z.array(z.string()),
  isAd: z.boolean(),
  channels: z.array(z.enum(POST_CHANNELS)),
  updatedAt: z.number(),
  publishAt: z.number().nullable(),
  publishedAt: z.number().nullable(),
  recalledAt: z.number().nullable(),
}
/** How many readings; of fewer than five nobody is told how few. */
const readings = z.union([z.int(), z.literal('few')])

export const openApi = {
  'posts.list': route(
    'GET /v1/posts',
    'posts:read',
    z.strictObject({ cursor: cursor.optional() }),
    z.strictObject({ posts: z.array(z.strictObject(postLine)), next }),
  ),
  'posts.see': route(
    'GET /v1/posts/{postId}',
    'posts:read',
    z.strictObject({ postId }),
    z.strictObject({
      ...postLine,
      text: z.string(), // Moments text with its choices, as written
      firstComment: z.string(),
      lockedWords: z.array(z.string()),
      sections: z.array(
        z.strictObject({ sectionId: z.string(), heading: z.string(), paragraphs: z.array(z.string()) }),
      ),
      storeIds: z.array(z.string()), // whom it is for; empty: every store
      recallReason: z.string(),
    }),
  ),
  'columns.list': route(
    'GET /v1/columns',
    'posts:read',
    z.strictObject({}),
    z.strictObject({
      columns: z.array(
        z.strictObject({
          columnId: z.string(),
          name: z.string(),
          weekdays: z.array(z.int()), // 1 Monday to 7 Sunday
          time: z.string(), // '08:00' in Asia/Shanghai
          channels: z.array(z.enum(POST_CHANNELS)),
          about: z.string(),
        }),
      ),
    }),
  ),
  'stores.list': route(
    'GET /v1/stores',
    'people:read',
    z.strictObject({}),
    z.strictObject({
      stores: z.array(
        z.strictObject({
          storeId: z.string(),
          name: z.string(),
          company: z.string(),
          kind: z.enum(['own', 'franchise']),
          reps: z.int(),
        }),
      ),
    }),
  ),
  'members.list': route(
    'GET /v1/members',
    'people:read',
    z.strictObject({ cursor: cursor.optional() }),
    z.strictObject({
      members: z.array(
        z.strictObject({
          memberId: z.string(),
          name: z.string(),
          role: z.enum(ROLES),
          kind: z.enum(REP_KINDS).nullable(), // of a rep
          storeId: z.string().nullable(),
          teamId: z.string().nullable(),
          leftAt: z.number().nullable(),
        }),
      ),
      next,
    }),
  ),
  'work.see': route(
    'GET /v1/work',
    'work:read',
    z.strictObject({ days: count(31).optional() }), // how far back, today included; 7 where nothing is said
    z.strictObject({
      asOf: z.number(),
      days: z.array(z.strictObject({ day: z.string(), readings, deep: readings })),
      posts: z.array(
        z.strictObject({
          postId: z.string(),
          title: z.string(),
          dealt: z.int(), // reps who got it
          saved: z.int(),
          posted: z.int(),
          readings,
          deep: readings,
        }),
      ),
    }),
  ),
  'deliveries.list': route(
    'GET /v1/webhooks/{webhookId}/deliveries',
    'hooks:read',
    z.strictObject({ webhookId, cursor: cursor.optional() }),
    z.strictObject({ deliveries: z.array(shownDelivery), next }),
  ),
  'deliveries.replay': route(
    'POST /v1/deliveries/{deliveryId}/replay',
    'hooks:replay',
    z.strictObject({ deliveryId, replays: z.int().min(0).max(1_000) }), // replays: as it was when you saw it
    z.strictObject({ delivery: shownDelivery }),
  ),
} as const

export type OpenApi = typeof openApi
export type OpenName = keyof OpenApi
export type OpenParsed<N extends OpenName> = z.output<OpenApi[N]['input']>
export type OpenOutput<N extends OpenName> = z.output<OpenApi[N]['output']>
