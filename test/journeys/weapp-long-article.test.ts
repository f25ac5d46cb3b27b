// Is the longest article that HQ may publish still light enough for a customer's phone? The harness throws above the bounds.
import { ARTICLE_MAX, PARAGRAPHS_MAX, SECTION_PARAGRAPHS_MAX, SECTIONS_MAX } from '../../shared/domain/limits'
import { WEAPP } from '../../tools/budgets.data'
import { publish, share, uploadImage } from '../support/scenes'
import { mei, startWorld, type World } from '../support/world'
import { builtDist, compileDist } from '../weapp/harness/compile'
import { createWeapp, type Weapp } from '../weapp/harness/weapp'
import { expectClean, SLOW_MS } from '../weapp/story'

jest.setTimeout(120_000)

/** What an address that the real cloud signs is longer than the local one's, and words for who can't see, at their longest. */
const LONGER_IN_THE_CLOUD = (SECTIONS_MAX + 1) * (120 + 3 * 60)

let world: World
let phone: Weapp | undefined
beforeAll(async () => {
  compileDist(builtDist())
  world = await startWorld()
})
afterEach(() => phone?.dispose())
afterAll(() => world?.stop())

const open = async (paragraphsOf: (section: number) => number, pictures: boolean): Promise<Weapp> => {
  const { imageId } = (await uploadImage(world)).image
  const counts = Array.from({ length: SECTIONS_MAX }, (_, n) => paragraphsOf(n))
  const title = '长文'
  const heading = '一节'
  const free = ARTICLE_MAX - title.length - heading.length * SECTIONS_MAX
  const all = counts.reduce((sum, count) => sum + count, 0)
  const paragraph = '字'.repeat(Math.floor(free / all))
  const sections = counts.map((count, n) => ({
    ...{ id: `s${n}`, heading, imageId: pictures ? imageId : null },
    paragraphs: Array.from({ length: count }, () => paragraph),
  }))
  const { postId } = await publish(world, { article: { title, coverId: pictures ? imageId : null, sections } })
  const token = await share(world, postId)
  const launch = { path: 'pages/read/index', query: { p: postId, t: token }, scene: 1007 }
  const opened = createWeapp({ cloud: { url: world.emulator.url, openid: mei.openid }, launch })
  phone = opened
  await opened.launch()
  await opened.waitFor(() => opened.$$('.article-paragraph').length === all, SLOW_MS)
  return opened
}

test.each<[says: string, paragraphsOf: (section: number) => number, pictures: boolean]>([
  ['as many words, paragraphs, sections and pictures as may be', () => PARAGRAPHS_MAX / SECTIONS_MAX, true],
  ['one section with all its paragraphs', (n) => (n === 0 ? SECTION_PARAGRAPHS_MAX : 1), false],
])('%s', async (_, paragraphsOf, pictures) => {
  const opened = await open(paragraphsOf, pictures)
  const all = [...opened.page().element.querySelectorAll('*')]
  const bytes = Math.max(...opened.setData.map((one) => one.bytes))
  expect(bytes + LONGER_IN_THE_CLOUD).toBeLessThanOrEqual(WEAPP.readerSetDataBytes)
  expect(all.length).toBeLessThanOrEqual(WEAPP.pageNodes)
  expect(Math.max(...all.map(({ children }) => children.length))).toBeLessThanOrEqual(WEAPP.nodeChildren)
  expectClean(opened)
})
