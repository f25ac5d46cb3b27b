// What the post itself says, to be read and not to be changed: Moments, pictures, article.
import { useLingui } from '@lingui/react'
import type { ShownPost } from '@/features/post/draft-form'
import { Part } from './Field'

function Pictures({ post, ids }: { post: ShownPost; ids: readonly (string | null)[] }) {
  const { i18n } = useLingui()
  const shown = ids.flatMap((id) => post.images.find(({ imageId }) => imageId === id) ?? [])
  if (shown.length === 0) return null
  return (
    <ul className="review-pictures">
      {shown.map((image) => (
        <li key={image.imageId}>
          <img src={image.thumbUrl} alt={image.alt || i18n._('没有写图片说明')} loading="lazy" />
        </li>
      ))}
    </ul>
  )
}

export function ReviewPost({ post }: { post: ShownPost }) {
  const { i18n } = useLingui()
  const { draft } = post
  const { article } = draft
  return (
    <div className="review-post">
      <Part title={i18n._('朋友圈')}>
        <p className="review-words">{draft.text}</p>
        <Pictures post={post} ids={draft.imageIds} />
        {draft.firstComment !== '' && (
          <p className="desk-note">{i18n._('首条评论：{text}', { text: draft.firstComment })}</p>
        )}
        {draft.isAd && <p className="desk-note">{i18n._('长文上标明“广告”')}</p>}
      </Part>
      <Part title={i18n._('长文')}>
        <p className="review-article-title">{article.title}</p>
        <Pictures post={post} ids={[article.coverId]} />
        {article.sections.map((section) => (
          <section key={section.id}>
            {section.heading !== '' && <h3 className="review-heading">{section.heading}</h3>}
            {section.paragraphs.map((paragraph, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no id and stand still here
              <p className="review-words" key={place}>
                {paragraph}
              </p>
            ))}
            <Pictures post={post} ids={[section.imageId]} />
          </section>
        ))}
        {post.poll && <p className="desk-note">{i18n._('文末问：{question}', { question: post.poll.question })}</p>}
      </Part>
    </div>
  )
}
