// What does a reader see when she opens a link? The article, who shared it, and whether she may be asked to agree.
import type { ShownArticle } from '@shared/contracts/reading'
import { mayReadPost } from '@shared/domain/access'
import { POLICY_VERSION } from '@shared/domain/consent'
import type { Post } from '@shared/domain/post'
import { shownCredit } from '@shared/domain/submission-post'
import { now } from '../_kit/clock'
import { findPost } from '../_kit/data/posts'
import { findShare } from '../_kit/data/shares'
import { ensure, found } from '../_kit/errors'
import { isOut } from '../_kit/flags'
import { openedInGroup } from '../_kit/group-card'
import { findSentBy, type SentBy, tellHandover } from '../_kit/handover-tell'
import type { Handler } from '../_kit/serve'
import { orNull, showImages } from '../_kit/show'

const showArticle = async (post: Post): Promise<ShownArticle> => {
  const { _id, version, article, publishedAt, isAd } = post
  const { title, cover, sections } = article
  const show = await showImages([cover, ...sections.map(({ image }) => image)])
  return {
    postId: _id,
    version,
    title,
    cover: orNull(cover, show),
    sections: sections.map(({ id, heading, paragraphs, image }) => ({
      ...{ id, heading, paragraphs },
      image: orNull(image, show),
    })),
    publishedAt: publishedAt ?? 0,
    isAd,
    credit: shownCredit(post),
  }
}

/** The store’s id is ours alone. */
const tell = ({ sender, ...agreed }: SentBy) => {
  if (!sender) return { sender, ...agreed }
  const { storeId: _, ...told } = sender
  return { sender: told, ...agreed }
}

/** While it is open, and where the store of who shared it asks its customers already. */
const asks = ({ poll }: Post, { sender }: SentBy) =>
  poll && poll.closesAt > now() && isOut('end-polls', sender?.storeId ?? null) ? { poll } : {}

const BY_NOBODY: SentBy = { sender: null, consent: 'not-asked' }

/** A share leads to its own post whatever else the link says; an unknown one is no reason not to read. */
export const readPost: Handler<'reader', 'post.read'> = async ({ token, postId }, { caller, groupHash, missed }) => {
  const share = token ? await findShare(token) : null
  if (token && !share && postId) missed?.()
  const id = found(share?.postId ?? postId, 'unknown-share', 'token')
  const [post, sent, handover] = await Promise.all([
    findPost(id),
    share ? findSentBy(share.repId, caller) : BY_NOBODY,
    tellHandover(caller, now()),
  ])
  ensure(mayReadPost(post))
  if (share && groupHash) await openedInGroup(share, groupHash)
  const live = found(post, 'no-such-post')
  return {
    article: await showArticle(live),
    ...(live.columnId && { column: { columnId: live.columnId, name: live.column } }),
    ...asks(live, sent),
    token: share?._id ?? null,
    ...tell(sent),
    policyVersion: POLICY_VERSION,
    handover,
  }
}
