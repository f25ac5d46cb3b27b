// Bring back what it said before: stored anew as a version of its own, over the version its editor saw.
import { findVersion } from '../_kit/data/post-versions'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { storeDraft } from './store-draft'

export const restoreVersion: Handler<'hq', 'version.restore'> = async (asked, { caller: { member } }) => {
  const { postId, version, baseVersion } = asked
  const { draft } = found(await findVersion(postId, version), 'no-such-version', 'version')
  const whole = { ...draft, pollId: draft.pollId ?? null } // versions from before there were questions have none
  return storeDraft({ postId, baseVersion, draft: whole, restoredFrom: version }, member)
}
