// What the customer reads: cover, title, who sends it, sections. The desk shows the same one as its preview.
import { useLingui } from '@lingui/react'
import type { Output } from '@shared/contracts'
import type { Lang } from '@shared/domain/day'
import { wordInstant } from '@shared/domain/word-instant'
import { Text, View } from '@tarojs/components'
import { pictureDomId, sectionDomId, watchedPictures } from '@/platform/sections'
import { describe, heading, type Level } from '@/ui/a11y'
import { Photo } from '@/ui/Photo'
import { pangu } from './pangu'
import './Article.scss'

export type ShownArticle = Output<'reader', 'post.read'>['article']
export type Sender = NonNullable<Output<'reader', 'post.read'>['sender']>
type Shown = NonNullable<ShownArticle['cover']>

const COVER_TALLEST = 2 / 3 // height by width: taller ones would push the text off the first screen
const IMAGE_TALLEST = 4 / 3

function Picture({ image, tallest, eager }: { image: Shown; tallest: number; eager?: boolean }) {
  const height = Math.min(image.height, Math.round(image.width * tallest))
  return <Photo src={image.url} alt={image.alt} width={image.width} height={height} eager={eager ?? false} />
}

/** Who sent it, and when it came out. */
function Byline({ article, sender }: { article: ShownArticle; sender: Sender | null }) {
  const { i18n } = useLingui()
  const lang: Lang = i18n.locale === 'en' ? 'en' : 'zh'
  const when = article.publishedAt > 0 ? wordInstant(article.publishedAt, Date.now(), lang) : ''
  return (
    <View className="article-byline">
      {sender && sender.repName !== '' && (
        <View className="article-initial" {...describe('img', sender.repName)}>
          {Array.from(sender.repName)[0] ?? ''}
        </View>
      )}
      <View className="article-from">
        {sender && (
          <View className="article-sender">
            {sender.repName === '' // she has left: the store remains
              ? i18n._('{storeName} 发给您', { storeName: sender.storeName })
              : i18n._('{repName} · {storeName} 发给您', { repName: sender.repName, storeName: sender.storeName })}
          </View>
        )}
        <View className="article-note">
          {article.isAd && <Text className="article-ad">{i18n._('广告')}</Text>}
          <Text>{[sender?.company, when].filter(Boolean).join(' · ')}</Text>
        </View>
      </View>
    </View>
  )
}

type ShownSection = ShownArticle['sections'][number]

/** One section: its heading, paragraphs and picture. watched: its picture is one whose time in view is reported. */
export function ArticleSection({
  section,
  level,
  watched = false,
}: {
  section: ShownSection
  level: Level
  watched?: boolean
}) {
  return (
    <>
      {section.heading !== '' && (
        <View className="article-heading" {...heading(level)}>
          {pangu(section.heading)}
        </View>
      )}
      {section.paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a published version never move
        <View className="article-paragraph" key={index}>
          {pangu(paragraph)}
        </View>
      ))}
      {section.image && (
        <View {...(watched ? { className: 'section-image', id: pictureDomId(section.id) } : {})}>
          <Picture image={section.image} tallest={IMAGE_TALLEST} />
        </View>
      )}
    </>
  )
}

/** What stands above the sections. */
export function ArticleHead({
  article,
  sender,
  level,
}: {
  article: ShownArticle
  sender: Sender | null
  level: Level
}) {
  return (
    <>
      {article.cover && <Picture image={article.cover} tallest={COVER_TALLEST} eager />}
      <View className="article-title" {...heading(level)}>
        {pangu(article.title)}
      </View>
      <Byline article={article} sender={sender} />
    </>
  )
}

/** preview: it stands within another page, whose headings come first. */
type Props = { article: ShownArticle; sender: Sender | null; onTouch?: () => void; preview?: boolean }

export function Article({ article, sender, onTouch, preview = false }: Props) {
  const { i18n } = useLingui()
  const watched = watchedPictures(article.sections)
  return (
    <View className="article" onTouchStart={onTouch}>
      <ArticleHead article={article} sender={sender} level={preview ? 3 : 1} />
      {article.sections.map((section) => (
        <View className="section" id={sectionDomId(section.id)} key={section.id}>
          <ArticleSection section={section} level={preview ? 4 : 2} watched={watched.has(section.id)} />
        </View>
      ))}
      {article.credit && <View className="article-credit">{i18n._('感谢{name}投稿', { name: article.credit })}</View>}
    </View>
  )
}
