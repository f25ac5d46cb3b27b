// The phone beside the editor: what a rep would post, and the very article that a customer would read.
import { useLingui } from '@lingui/react'
import { splitParagraphs } from '@shared/domain/draft'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { ShownImage } from '@/features/post/draft-form'
import { Article, type ShownArticle } from '@/features/reading/Article'
import { MomentsPreview } from './MomentsPreview'
import { DeskEmpty } from './States'
import type { PostDesk } from './use-post-desk'

const PHONE_ROOT_PX = 20.8 // the root size of a 390 px wide phone; a wide window has a larger one

const phoneScale = (): number =>
  PHONE_ROOT_PX / (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || PHONE_ROOT_PX)

/** The draft as the reader page would get it. */
const articleOf = (desk: PostDesk): ShownArticle => {
  const { form, draft, post } = desk
  const shown = (imageId: string | null): ShownImage | null => (imageId ? (draft.known[imageId] ?? null) : null)
  return {
    postId: desk.postId,
    version: 1,
    title: form.title,
    cover: shown(form.coverId),
    sections: form.sections.map((section) => ({
      id: section.id,
      heading: section.heading,
      paragraphs: splitParagraphs(section.body),
      image: shown(section.imageId),
    })),
    publishedAt: post?.publishedAt ?? post?.publishAt ?? Date.now(),
    isAd: form.isAd,
  }
}

const isBlank = (article: ShownArticle): boolean =>
  article.title.trim() === '' &&
  article.sections.every((section) => section.heading.trim() === '' && section.paragraphs.length === 0)

function ArticlePreview({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const article = articleOf(desk)
  const zoom = useMemo(phoneScale, [])
  const [store] = desk.stores
  if (isBlank(article))
    return <DeskEmpty title={i18n._('还没有长文')} hint={i18n._('写下标题，这里就是客户看到的样子')} />
  const sender = {
    repId: '',
    repName: i18n._('林悦'),
    storeName: store?.name ?? '',
    company: store?.company ?? '',
    brand: '',
    franchise: false,
  }
  return (
    <div className="desk-article" style={{ zoom }}>
      <Article article={article} sender={sender} preview />
    </div>
  )
}

export function Preview({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const [tab, setTab] = useState<'moments' | 'article'>('moments')
  return (
    <aside className="desk-preview" aria-label={i18n._('手机预览')}>
      <Segmented
        block
        aria-label={i18n._('预览什么')}
        value={tab}
        options={[
          { value: 'moments', label: i18n._('朋友圈') },
          { value: 'article', label: i18n._('长文') },
        ]}
        onChange={setTab}
      />
      <div className="desk-phone">
        <div className="desk-screen" id="post-preview">
          {tab === 'moments' ? <MomentsPreview desk={desk} /> : <ArticlePreview desk={desk} />}
        </div>
      </div>
    </aside>
  )
}
