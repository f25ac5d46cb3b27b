// The phone beside the editor, by day and by night: what a rep gets, what she posts, and the very article a customer reads.
import { useLingui } from '@lingui/react'
import { splitParagraphs } from '@shared/domain/draft'
import type { Tone } from '@shared/domain/variant/tone'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { ShownImage } from '@/features/post/draft-form'
import { Article, type ShownArticle } from '@/features/reading/Article'
import { EndPoll } from '@/features/reading/EndPoll'
import { MomentsPreview, Voice } from './MomentsPreview'
import { phoneScale } from './phone-scale'
import { RepPreview } from './RepPreview'
import { DeskEmpty } from './States'
import { useEndPoll } from './use-end-poll'
import type { PostDesk } from './use-post-desk'
import './preview.scss'

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
  const { chosen } = useEndPoll(desk)
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
      {chosen && <EndPoll question={chosen.question} />}
    </div>
  )
}

type Tab = 'rep' | 'moments' | 'article'
type Theme = 'light' | 'dark'

const themeHere = (): Theme => (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

type Choosing = { tab: Tab; theme: Theme; onTab: (tab: Tab) => void; onTheme: (theme: Theme) => void }

function Choices({ tab, theme, onTab, onTheme }: Choosing) {
  const { i18n } = useLingui()
  return (
    <div className="desk-preview-choices">
      <Segmented
        block
        aria-label={i18n._('预览什么')}
        value={tab}
        options={[
          { value: 'rep', label: i18n._('导购') },
          { value: 'moments', label: i18n._('朋友圈') },
          { value: 'article', label: i18n._('长文') },
        ]}
        onChange={onTab}
      />
      <Segmented
        aria-label={i18n._('白天还是夜里')}
        value={theme}
        options={[
          { value: 'light', label: i18n._('白天') },
          { value: 'dark', label: i18n._('夜里') },
        ]}
        onChange={onTheme}
      />
    </div>
  )
}

export function Preview({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const [tab, setTab] = useState<Tab>('moments')
  const [theme, setTheme] = useState(themeHere)
  const [tone, setTone] = useState<Tone>('warm')
  const [attempt, setAttempt] = useState(0)
  const one = { desk, tone, attempt }
  return (
    <aside className="desk-preview" aria-label={i18n._('手机预览')}>
      <Choices tab={tab} theme={theme} onTab={setTab} onTheme={setTheme} />
      {tab !== 'article' && <Voice tone={tone} onTone={setTone} onNext={() => setAttempt((n) => n + 1)} />}
      <div className="desk-phone">
        <div className="desk-screen" id="post-preview" data-theme={theme}>
          {tab === 'rep' && <RepPreview {...one} />}
          {tab === 'moments' && <MomentsPreview {...one} />}
          {tab === 'article' && <ArticlePreview desk={desk} />}
        </div>
      </div>
    </aside>
  )
}
