// What WeChat said of a post or a playbook, text by text and image by image; asked by a timer, decided by people where it asks.
import * as z from 'zod'
import { action } from './action'
import { version } from './parts'

const plain = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/)
/** Of what somebody offered, the version is the round of her words. */
const ofWhat = { of: z.enum(['post', 'playbook', 'submission']), id: plain, version }

/** reachable: someone of HQ has used the mini program lately, so WeChat can be asked at all. */
const shown = z.strictObject({
  standing: z.enum(['unasked', 'waiting', 'pass', 'review', 'risky']),
  reachable: z.boolean(),
  mayDecide: z.boolean(),
  checks: z.array(
    z.strictObject({
      checkId: z.string(),
      place: z.string(), // text, firstComment, title, section.<id>, alt.<imageId>, image.<imageId>, step.<n>
      kind: z.enum(['text', 'image']),
      verdict: z.enum(['pass', 'review', 'risky']).nullable(), // null: not yet
      label: z.number().nullable(), // WeChat's: 100 fine, 10001 advert, 20001 …
      word: z.string(),
      tries: z.int(),
      askedAt: z.number().nullable(),
      doneAt: z.number().nullable(),
      gaveUp: z.boolean(), // WeChat gave no answer: hence 'review'
      decided: z.strictObject({ name: z.string(), at: z.number(), ok: z.boolean() }).nullable(),
    }),
  ),
})
export type ShownChecks = z.output<typeof shown>

export const seeChecks = action('editor', z.strictObject(ofWhat), shown)

/** Puts every text and image of this version in the queue; a second time changes nothing. */
export const askChecks = action('editor', z.strictObject(ofWhat), shown)

/** ok: it is fine as it is. Otherwise it counts as risky, and what is out with it is taken down. */
export const decideCheck = action(
  'approver',
  z.strictObject({
    ...ofWhat,
    checkId: z.string().regex(/^(?:post|playbook|submission)\.[0-9A-Za-z_-]{1,40}\.\d{1,9}\.\d{1,4}$/),
    ok: z.boolean(),
  }),
  shown,
)
