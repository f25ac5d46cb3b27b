// A second pair of eyes: handing a post in, letting it out or giving it back, and what waits for whom.
import * as z from 'zod'
import { NOTES_MAX } from '../domain/approval'
import { REVIEW_STATES } from '../domain/review'
import { action } from './action'
import { cursor, instant, postId, version } from './parts'
import { shownPost, shownReview, signature } from './post'

/** publishAt: when it is to go out once it is approved; null: at once. */
export const submitPost = action(
  'editor',
  z.strictObject({ postId, version, publishAt: instant.nullable(), ...signature }),
  shownPost,
)

/** Takes back what was handed in; what had been given back before is so again. */
export const withdrawPost = action('editor', z.strictObject({ postId, version }), shownPost)

/** Who may decide, by name; of one post: those who had no hand in it. */
export const listApprovers = action(
  'editor',
  z.strictObject({ postId: postId.optional() }),
  z.strictObject({ names: z.array(z.string()) }),
)

/** Lets this very version and its texts out, at once (null) or at that time: as was wished, or as the approver finds better. */
export const approvePost = action(
  'approver',
  z.strictObject({ postId, version, publishAt: instant.nullable() }),
  shownPost,
)

export const returnPost = action(
  'approver',
  z.strictObject({ postId, version, notes: z.string().trim().min(1).max(NOTES_MAX) }),
  shownPost,
)

const risk = z.strictObject({
  id: z.string(),
  severity: z.enum(['block', 'sign', 'hint']),
  where: z.enum(['text', 'firstComment', 'article', 'wording', 'alt', 'image']),
  word: z.string(),
  why: z.strictObject({ zh: z.string(), en: z.string() }),
  article: z.string(),
})

/** Waiting: who waits longest first. Decided ones: the last handed in first. */
export const listReviews = action(
  'editor',
  z.strictObject({ tab: z.enum(REVIEW_STATES), cursor: cursor.optional() }),
  z.strictObject({
    reviews: z.array(
      z.strictObject({
        postId: z.string(),
        version,
        title: z.string(),
        text: z.string(),
        column: z.string(),
        thumbUrl: z.string().nullable(),
        review: shownReview,
        risks: z.array(risk),
        own: z.boolean(), // hers in part: somebody else has to decide
      }),
    ),
    next: z.string().nullable(),
  }),
)
export type ReviewRow = z.output<typeof listReviews.output>['reviews'][number]
