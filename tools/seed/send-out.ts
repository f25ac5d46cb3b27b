// Lets a demo post out as HQ would: by the editor alone, or, where somebody has to answer for it, by the approver.
import type { Output } from '@shared/contracts'
import type { Post, PostImage } from '@shared/domain/post'
import { findRisks, needsSecond, type Risk } from '@shared/domain/safety'
import type { As, Door } from './door'

type Saved = Output<'hq', 'post.save'>

/** Every picture stands among the Moments images here: where it is shown makes no difference to its risks. */
const risksOf = ({ draft, images }: Saved): Risk[] =>
  findRisks({
    text: draft.text,
    firstComment: draft.firstComment,
    isAd: draft.isAd,
    images: images as unknown as PostImage[],
    article: { ...draft.article, cover: null, sections: draft.article.sections.map((s) => ({ ...s, image: null })) },
  } as Pick<Post, 'text' | 'firstComment' | 'isAd' | 'images' | 'article'>)

export const sendOut = async (door: Door, saved: Saved, by: { editor: As; approver: As }): Promise<void> => {
  const risks = risksOf(saved)
  const signed = risks.filter(({ severity }) => severity === 'sign').map(({ id }) => id)
  const out = { postId: saved.postId as Post['_id'], version: saved.version, publishAt: null }
  const answered = { ...out, signed, reason: signed.length > 0 ? '演示内容，已逐条核对' : '' }
  if (!needsSecond(risks)) {
    await door.call('hq', 'post.publish', answered, by.editor)
    return
  }
  await door.call('hq', 'post.submit', answered, by.editor)
  await door.call('hq', 'post.approve', out, by.approver)
}
