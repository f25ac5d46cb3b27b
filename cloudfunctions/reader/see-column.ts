// What stood in this column lately, and when does the next come? Nothing about whoever asks is kept.
import { nextDue } from '@shared/domain/column'
import type { ShareToken } from '@shared/domain/ids'
import { excerptOf } from '@shared/domain/post'
import { filterMeant } from '../_kit/audience'
import { now } from '../_kit/clock'
import { findColumn } from '../_kit/data/columns'
import { findMember } from '../_kit/data/members'
import { listInColumn } from '../_kit/data/posts'
import { findShare } from '../_kit/data/shares'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { orNull, showImages } from '../_kit/show'

const POSTS_MAX = 12

/** Who sent it to her; somebody without lists, whom only what is for everyone reaches, where nobody did. */
const findSender = async (token: ShareToken | undefined) => {
  const share = token ? await findShare(token) : null
  return share ? findMember(share.repId) : null
}

const isForAll = ({ audience }: { audience: Record<string, readonly unknown[]> }): boolean =>
  Object.values(audience).every((list) => list.length === 0)

export const seeColumn: Handler<'reader', 'column.see'> = async ({ columnId, token }) => {
  const [found_, posts, rep] = await Promise.all([findColumn(columnId), listInColumn(columnId), findSender(token)])
  const column = found(found_, 'no-such-column', 'columnId')
  const meant = rep ? await filterMeant(rep, posts) : posts.filter(isForAll)
  const show = await showImages([column.cover])
  return {
    ...{ name: column.name, about: column.about, weekdays: column.weekdays, time: column.time },
    cover: orNull(column.cover, show),
    nextAt: nextDue(column, now()),
    posts: meant.slice(0, POSTS_MAX).map(({ _id, article, publishedAt }) => ({
      ...{ postId: _id, title: article.title, excerpt: excerptOf(article), publishedAt: publishedAt ?? 0 },
    })),
  }
}
