// The article as plain elements, for a browser in which the app has not come yet. It looks and speaks as Article.tsx does;
// a test compares the two. Text is set as text: nothing of an article can become an element.

import type { Output } from '@shared/contracts'
import type { Lang } from '@shared/domain/day'
import { wordInstant } from '@shared/domain/word-instant'
import { pangu } from '@/features/reading/pangu'

type Opened = Output<'reader', 'post.read'>
type Article = Opened['article']
type Picture = NonNullable<Article['cover']>

const COVER_TALLEST = 2 / 3
const IMAGE_TALLEST = 4 / 3

/** These few of the app's words; its catalogue comes with the app. */
const WORDS: Readonly<Record<Lang, Record<'byRep' | 'byStore' | 'thanks', (name: string) => string> & { ad: string }>> =
  {
    zh: {
      byRep: (from) => `${from} 发给您`,
      byStore: (store) => `${store} 发给您`,
      thanks: (name) => `感谢${name}投稿`,
      ad: '广告',
    },
    en: {
      byRep: (from) => `Sent to you by ${from}`,
      byStore: (store) => `From ${store}`,
      thanks: (name) => `With thanks to ${name}`,
      ad: 'Ad',
    },
  }

const view = (className: string, inside: readonly (HTMLElement | string | null)[], tag = 'div'): HTMLElement => {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  for (const each of inside) if (each !== null && each !== '') element.append(each)
  return element
}

const said = (element: HTMLElement, attributes: Readonly<Record<string, string>>): HTMLElement => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}
const heading = (className: string, text: string, level: string): HTMLElement =>
  said(view(className, [pangu(text)]), { role: 'heading', 'aria-level': level })

const photo = (picture: Picture, tallest: number, inside: readonly HTMLElement[]): HTMLElement => {
  const height = Math.min(picture.height, Math.round(picture.width * tallest))
  const element = view('photo', inside)
  element.style.paddingTop = `${(height / Math.max(1, picture.width)) * 100}%`
  return element
}

/** As Taro's own picture fills its place, to the pixel: what sticks out is cut off. */
const fills = ({ width, height }: Picture): string =>
  'position:absolute;top:50%;left:50%;transform:translate(-50%,-50%);' +
  (width > height ? 'min-width:100%;height:100%' : 'width:100%;min-height:100%')

/** The cover alone is fetched here: pictures further down come with the app, which must not wait for them. */
const coverOf = (cover: Picture): HTMLElement => {
  const image = said(document.createElement('img'), { alt: cover.alt, fetchpriority: 'high', src: cover.url })
  image.style.cssText = fills(cover)
  const place = view('photo-image', [image])
  place.style.overflow = 'hidden'
  return photo(cover, COVER_TALLEST, [place])
}

/** Where she has left, the store remains. */
const wordSender = ({ repName, storeName }: NonNullable<Opened['sender']>, lang: Lang): string =>
  repName === '' ? WORDS[lang].byStore(storeName) : WORDS[lang].byRep(`${repName} · ${storeName}`)

const byline = ({ article, sender }: Opened, now: number, lang: Lang): HTMLElement => {
  const when = article.publishedAt > 0 ? wordInstant(article.publishedAt, now, lang) : ''
  const [initial] = Array.from(sender?.repName ?? '')
  return view('article-byline', [
    sender && initial !== undefined
      ? said(view('article-initial', [initial]), { role: 'img', 'aria-label': sender.repName })
      : null,
    view('article-from', [
      sender && view('article-sender', [wordSender(sender, lang)]),
      view('article-note', [
        article.isAd ? view('article-ad', [WORDS[lang].ad], 'span') : null,
        view('', [[sender?.company, when].filter(Boolean).join(' · ')], 'span'),
      ]),
    ]),
  ])
}

const sectionOf = ({ heading: head, paragraphs, image }: Article['sections'][number]): HTMLElement =>
  view('section', [
    head === '' ? null : heading('article-heading', head, '2'),
    ...paragraphs.map((paragraph) => view('article-paragraph', [pangu(paragraph)])),
    image && view('', [photo(image, IMAGE_TALLEST, [])]),
  ])

/** Everything of the article but the pictures of its sections, whose places are kept. */
export const drawEarly = (opened: Opened, now: number, lang: Lang): HTMLElement => {
  const { article } = opened
  return view('article', [
    article.cover && coverOf(article.cover),
    heading('article-title', article.title, '1'),
    byline(opened, now, lang),
    ...article.sections.map(sectionOf),
    article.credit ? view('article-credit', [WORDS[lang].thanks(article.credit)]) : null,
  ])
}
