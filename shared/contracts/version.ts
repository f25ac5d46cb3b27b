// Earlier versions of a post, and who else is writing it: what HQ's editor asks beside the post itself.
import * as z from 'zod'
import { CHANGES } from '../domain/version'
import { action } from './action'
import { postId, shownImage, version } from './parts'
import { draft, shownPost } from './post'

/** One person's saves within some minutes (shared/domain/version): `version` is the last of them. */
const shownVersion = z.strictObject({
  version,
  byName: z.string(), // '': from before anybody was written down
  at: z.number(),
  changes: z.array(z.enum(CHANGES)),
  out: z.boolean(), // it was let out
  restoredFrom: version.nullable(),
  saves: z.array(z.strictObject({ version, at: z.number() })), // newest first, the last one too
})

/** Newest first. before: the `next` of the page before. */
export const listVersions = action(
  'editor',
  z.strictObject({ postId, before: version.optional() }),
  z.strictObject({ versions: z.array(shownVersion), next: version.nullable() }),
)

export const seeVersion = action(
  'editor',
  z.strictObject({ postId, version }),
  z.strictObject({
    version,
    byName: z.string(),
    at: z.number(),
    draft,
    images: z.array(shownImage), // those it names that are still there
  }),
)

/** Stores `version` anew over baseVersion, as a version of its own; what was there stays among the versions. */
export const restoreVersion = action('editor', z.strictObject({ postId, version, baseVersion: version }), shownPost)

/** "I am writing this"; asked every PRESENCE_EVERY_MS while the editor is in sight. leaving: I no longer am. */
export const keepPresence = action(
  'editor',
  z.strictObject({ postId, leaving: z.boolean() }),
  z.strictObject({
    others: z.array(z.string()), // names of those who write it too
    stored: z.strictObject({ version, byName: z.string(), byMe: z.boolean(), at: z.number() }).nullable(),
  }),
)
