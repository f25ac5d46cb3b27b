// What in a post is a risk before it goes out? Words the law bars or doubts, a child without consent, an unmarked advert.
import { type AdFinding, checkAdvert } from './advert/check'
import { articleText, checkPostWords, type FoundIn, type PostWords } from './advert/sign'
import type { Bilingual, Severity } from './advert/word'
import { AD_WORDS } from './advert/words.data'
import type { ImageId } from './ids'
import { imagesOf, type Post } from './post'
import { findSelling } from './sells'

/** alt: what is said to be on an image; image: what can be seen on it. */
export type RiskPlace = FoundIn | 'alt' | 'image'
/**
 * `word`: as it stands there; `at`: UTF-16 offset in its field. `instead`: wordings that may stand in its place, often none.
 * block: may not go out · sign: somebody answers for it, and a second person looks · hint: only shown.
 */
export type Risk = {
  id: string
  severity: Severity
  where: RiskPlace
  imageId: ImageId | null
  word: string
  at: number
  why: Bilingual
  article: string
  instead: readonly string[]
}

export const AD_UNMARKED = 'ad-unmarked'
export const MINOR_UNPROVEN = 'minor-unproven'
export const MINOR_PERHAPS = 'minor-perhaps'

type OwnRule = Pick<Risk, 'id' | 'severity' | 'article' | 'why'>
const unmarked: OwnRule = {
  id: AD_UNMARKED,
  severity: 'sign',
  article: '广告法 第十四条；互联网广告管理办法 第九条',
  why: {
    zh: '广告应当能让消费者辨明是广告；用介绍知识、分享体验、测评的形式推销，又附购买方式的，应当显著标明“广告”。',
    en: 'An advert must be recognisable as one; knowledge, experience or reviews that sell and say how to buy must be marked 广告.',
  },
}
const unproven: OwnRule = {
  id: MINOR_UNPROVEN,
  severity: 'block',
  article: '广告法 第三十三条',
  why: {
    zh: '广告里用未成年人的形象，应当事先取得监护人的书面同意。',
    en: 'A child may be shown in an advert only with the guardian’s prior written consent.',
  },
}
const perhaps: OwnRule = { ...unproven, id: MINOR_PERHAPS, severity: 'hint' }

const whyOf = new Map(AD_WORDS.map(({ id, why }) => [id, why]))
const NO_REASON: Bilingual = { zh: '', en: '' }

const advertRisk = (finding: AdFinding, where: RiskPlace, imageId: ImageId | null = null): Risk => {
  const { id, severity, word, at, article, instead } = finding
  return { id, severity, where, imageId, word, at, article, instead, why: whyOf.get(id) ?? NO_REASON }
}

/** An image as a risk is looked for: what it is said to show, and whose consent there is. */
export type RiskyImage = { imageId: ImageId; alt: string; minor?: { proof: string } | null }

/** Says that a child is to be seen; things for children are none. */
const CHILD_SEEN =
  /(?:宝宝|宝贝|孩子|小孩|小朋友|婴儿|女孩|男孩|幼儿|萌娃|小学生|女儿|儿子|闺女)(?!们?的?(?:安全|座椅|车|推车|床|椅|睡袋|衣|裤|鞋|帽|袜|用|玩具|米粉|奶|面霜|霜|书|绘本|桌|画|手印|脚印|餐|辅食|碗|杯|勺|房|游泳圈|浴|洗|湿巾|纸尿裤))/

const imageRisks = ({ imageId, alt, minor }: RiskyImage): Risk[] => {
  const said = checkAdvert(alt).map((finding) => advertRisk(finding, 'alt', imageId))
  const seen = { where: 'image' as const, imageId, word: alt, at: 0, instead: [] }
  if (minor) return minor.proof.trim() ? said : [...said, { ...unproven, ...seen }]
  return CHILD_SEEN.test(alt) ? [...said, { ...perhaps, ...seen }] : said
}

export const findImageRisks = (images: readonly RiskyImage[]): Risk[] => images.flatMap(imageRisks)

/** Told where it sells first: the article, which carries the mark, before what is said around it. */
export const findUnmarkedAd = (post: PostWords & { isAd: boolean }): Risk[] => {
  if (post.isAd) return []
  const fields: readonly (readonly [FoundIn, string])[] = [
    ['article', articleText(post.article)],
    ['text', post.text],
    ['firstComment', post.firstComment],
  ]
  for (const [where, text] of fields) {
    const [first] = findSelling(text)
    if (first) return [{ ...unmarked, where, imageId: null, word: first.word, at: first.at, instead: [] }]
  }
  return []
}

export type RiskyPost = Pick<Post, 'text' | 'firstComment' | 'article' | 'images' | 'isAd'>

/** Everything in reading order of the fields: words, images, the missing mark. */
export const findRisks = (post: RiskyPost): Risk[] => [
  ...checkPostWords(post).map((finding) => advertRisk(finding, finding.field)),
  ...findImageRisks(imagesOf(post)),
  ...findUnmarkedAd(post),
]

/** May nobody let it out as it is? */
export const isBlocked = (risks: readonly Pick<Risk, 'severity'>[]): boolean =>
  risks.some(({ severity }) => severity === 'block')
/** Must a second person look at it? */
export const needsSecond = (risks: readonly Pick<Risk, 'severity'>[]): boolean =>
  risks.some(({ severity }) => severity !== 'hint')
