// Is every risk of a post named, with where, why and what may stand instead, and nothing named that is none?
import type { ImageId, SectionId } from '../../shared/domain/ids'
import type { PostImage } from '../../shared/domain/post'
import { findRisks, isBlocked, needsSecond, type RiskyPost } from '../../shared/domain/safety'
import { demoPosts } from '../../tools/demo/posts.data'

const image = (change: Partial<PostImage> = {}): PostImage => ({
  imageId: 'i1' as ImageId,
  fileId: 'f',
  thumbFileId: 't',
  width: 10,
  height: 10,
  kind: 'photo',
  alt: '窗边的杯子',
  ...change,
})
const post = (change: Partial<RiskyPost> = {}): RiskyPost => ({
  text: '周末去河边走走',
  firstComment: '',
  article: { title: '河边', cover: null, sections: [] },
  images: [],
  isAd: false,
  ...change,
})
const article = (paragraph: string) => ({
  title: '河边',
  cover: null,
  sections: [{ id: 's1' as SectionId, heading: '走', paragraphs: [paragraph], image: null, form: null }],
})
const said = (change: Partial<RiskyPost>) =>
  findRisks(post(change)).map(({ id, severity, where, word }) => `${severity} ${id} ${where} ${word}`)

test.each<[name: string, change: Partial<RiskyPost>, expected: string[]]>([
  ['nothing', {}, []],
  ['a barred word in the text', { text: '顶级羊绒' }, ['block top-grade text 顶级']],
  ['one that a choice makes', { text: '{顶|高}级羊绒' }, ['block top-grade text 顶级']],
  ['one in the first comment', { firstComment: '全国最好的奶茶' }, ['block largest firstComment 全国最好']],
  ['a doubtful one in the article', { article: article('万能的清洁剂') }, ['sign omnipotent article 万能']],
  ['one in what an image is said to show', { images: [image({ alt: '极品龙井' })] }, ['block supreme-goods alt 极品']],
  [
    'a child without consent',
    { images: [image({ minor: { proof: ' ' } })] },
    ['block minor-unproven image 窗边的杯子'],
  ],
  ['a child with it', { images: [image({ alt: '女孩在画画', minor: { proof: '合同柜 2026-11' } })] }, []],
  [
    'a child perhaps',
    { images: [image({ alt: '小女孩坐在地上画画' })] },
    ['hint minor-perhaps image 小女孩坐在地上画画'],
  ],
  ['things for children are no child', { images: [image({ alt: '车后排装好的宝宝座椅' })] }, []],
  ['an advert without the mark', { text: '面霜269元，到店试' }, ['sign ad-unmarked text 269元']],
  ['with the mark', { text: '面霜269元，到店试', isAd: true }, []],
  [
    'the article is named first',
    { text: '面霜269元，到店试', article: article('面霜299元，私信下单') },
    ['sign ad-unmarked article 299元'],
  ],
])('%s', (_, change, expected) => {
  expect(said(change)).toEqual(expected)
})

test('images of the cover and of sections are looked at like those of Moments, each once', () => {
  const shown = image({ minor: { proof: '' } })
  const everywhere = { ...article('走走'), cover: shown }
  expect(said({ images: [shown], article: everywhere })).toEqual(['block minor-unproven image 窗边的杯子'])
})

test('each risk says why, by which article, and what may be said instead where there is something', () => {
  const risks = findRisks(post({ text: '顶级面霜269元，到店试', images: [image({ minor: { proof: '' } })] }))
  expect(risks).toHaveLength(3)
  for (const risk of risks) {
    expect(risk.why.zh).not.toBe('')
    expect(risk.why.en).not.toBe('')
    expect(risk.article).toMatch(/第.+条/)
  }
  expect(risks.map(({ instead }) => instead[0] ?? '')).toEqual(['高端', '', ''])
})

test.each([
  ['顶级', true, true],
  ['万能的清洁剂', false, true],
  ['名额不多', false, false],
])('%s: blocked %s, looked at by a second person %s', (text, blocked, second) => {
  const risks = findRisks(post({ text, isAd: true }))
  expect([isBlocked(risks), needsSecond(risks)]).toEqual([blocked, second])
})

test('the demo’s posts, marked as adverts, are blocked by nothing', () => {
  const risky = demoPosts.filter(({ text, firstComment, article: { title, sections }, images }) => {
    const risks = findRisks({
      ...{ text, firstComment, isAd: true },
      article: {
        title,
        cover: null,
        sections: sections.map((one) => ({ ...one, id: one.id as SectionId, image: null })),
      },
      images: images.map(({ alt }, n) => image({ alt, imageId: `i${n}` as ImageId })),
    })
    return isBlocked(risks) || risks.some(({ id }) => id === 'minor-perhaps')
  })
  expect(risky.map(({ id }) => id)).toEqual([])
})
