// Which text and which images are hers? Dealt once per version; a text belongs to the rep who claimed it first.
import { kitId } from '@shared/domain/ids'
import type { Kit } from '@shared/domain/kit'
import type { Member } from '@shared/domain/member'
import type { Post } from '@shared/domain/post'
import { dealRecipes } from '@shared/domain/recipe'
import { type DealtText, dealText } from '@shared/domain/variant/deal'
import { compilePlan } from '@shared/domain/variant/plan'
import { hashText } from '@shared/domain/variant/similarity'
import { now } from '../_kit/clock'
import { claimText, keepKit, noMarks } from '../_kit/data/kits'
import { ensure, refusal } from '../_kit/errors'

/** Publishing requires 20 texts per rep, so one in twenty draws is taken: 64 in a row means the space is used up. */
const ATTEMPTS_MAX = 64

const claimOne = async (post: Post, rep: Member): Promise<DealtText> => {
  const compiled = compilePlan({ text: post.text, lockedWords: post.lockedWords, tone: rep.tone })
  ensure(compiled)
  const key = { postId: post._id, version: post.version, repId: rep._id }
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const dealt = dealText(compiled.plan, { ...key, attempt })
    if (await claimText(key, hashText(dealt.text), rep._id, now())) return dealt
  }
  throw refusal('space-used-up')
}

/** May be run again at any point: her claim is found as hers, and a kit already stored is the one that counts. */
export const dealKit = async (post: Post, rep: Member): Promise<Kit> => {
  const key = { postId: post._id, version: post.version, repId: rep._id }
  const { text, digits } = await claimOne(post, rep)
  const recipes = dealRecipes(key, post.images)
  return keepKit({
    _id: kitId(post._id, post.version, rep._id),
    ...key,
    text,
    digits,
    recipes,
    dealtAt: now(),
    ...noMarks,
  })
}
