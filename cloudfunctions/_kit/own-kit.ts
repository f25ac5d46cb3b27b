// Which kit does she mean? Hers, of the version that is out, of a post she may take.
import type { PostId } from '@shared/domain/ids'
import type { Kit } from '@shared/domain/kit'
import type { Member } from '@shared/domain/member'
import type { Post } from '@shared/domain/post'
import { decideTaking } from './audience'
import { findKit } from './data/kits'
import { findPost } from './data/posts'
import { ensure, found, refusal } from './errors'

export const findOwnKit = async (
  { postId, version }: { postId: PostId; version: number },
  rep: Member,
): Promise<{ post: Post; kit: Kit }> => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  ensure(await decideTaking(rep, post))
  if (post.version !== version) throw refusal('stale-version', 'version')
  return { post, kit: found(await findKit(postId, version, rep._id), 'no-kit', 'postId') }
}
