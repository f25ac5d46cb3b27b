// Who reads, and what is before her: scripted or not, her own share or not, which section, which picture?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { forgetReadings } from '../../client/features/reading/memory'
import { pangu } from '../../client/features/reading/pangu'
import { isScripted } from '../../client/platform/lifecycle'
import { forwardLink, isMintedHere } from '../../client/platform/reader-share'
import {
  holdsScreen,
  measureDepth,
  pickMostVisible,
  type SectionBox,
  watchedPictures,
} from '../../client/platform/sections'
import type { PostId, SectionId, ShareToken } from '../../shared/domain/ids'
import { resetTaro } from '../support/client-taro'
import { callsOf, resetCloud } from '../support/reader-phone'

const opened = { postId: 'a01' as PostId, token: 'TokenToken12' as ShareToken }

test.each<[string, string, boolean]>([
  ['a reader’s phone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0.50', false],
  ['a link preview', 'facebookexternalhit/1.1', true],
  ['a search engine', 'Mozilla/5.0 (compatible; Bingbot/2.0)', true],
])('%s is scripted or not', (_name, agent, scripted) => {
  process.env.TARO_ENV = 'h5'
  const spy = jest.spyOn(navigator, 'userAgent', 'get').mockReturnValue(agent)
  expect(isScripted()).toBe(scripted)
  spy.mockRestore()
})

test('she who made a share on this phone is known as the sharer when she opens it', async () => {
  process.env.TARO_ENV = 'h5'
  resetTaro()
  resetCloud()
  await forwardLink({ postId: opened.postId, token: opened.token, title: '', imageUrl: '' })
  const child = callsOf('share.record')[0]?.payload.token as ShareToken
  expect(isMintedHere(child)).toBe(true)
  expect(isMintedHere(opened.token)).toBe(false)
  forgetReadings()
  expect(isMintedHere(child)).toBe(false)
})

test('pictures are watched as far as the sections leave room', () => {
  const sections = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `s${i}`, image: i % 2 === 0 ? {} : null }))
  expect([...watchedPictures(sections(5))]).toEqual(['s0', 's2', 's4'])
  expect(watchedPictures(sections(28)).size).toBe(2)
  expect(watchedPictures(sections(30)).size).toBe(0)
})

test('a picture holds the screen while most of it is there', () => {
  const box = (seenHeight: number): SectionBox => ({ top: 0, height: 400, seenTop: 0, seenHeight })
  expect([0, 200, 240, 400].map((seen) => holdsScreen(box(seen)))).toEqual([false, false, true, true])
})

test('the section with most of the screen is read, the upper one when they are even', () => {
  const box = (top: number, height: number, seenTop: number, seenHeight: number): SectionBox => ({
    top,
    height,
    seenTop,
    seenHeight,
  })
  const order = ['s1', 's2', 's3'] as SectionId[]
  const boxes = new Map<SectionId, SectionBox>([
    ['s1' as SectionId, box(-2000, 2400, 0, 400)],
    ['s2' as SectionId, box(400, 900, 400, 400)],
  ])
  expect(pickMostVisible(order, boxes)).toBe('s1')
  boxes.set('s2' as SectionId, box(300, 900, 300, 500))
  expect(pickMostVisible(order, boxes)).toBe('s2')
  expect(measureDepth(order, boxes)).toBeCloseTo((1 + 500 / 900) / 3, 3)
  expect(pickMostVisible(order, new Map())).toBeNull()
})

test.each([
  ['洗完脸等20分钟，看三个位置', '洗完脸等 20 分钟，看三个位置'],
  ['写着6M、12M', '写着 6M、12M'],
  ['不到1%的可以', '不到 1% 的可以'],
  ['我A你B他', '我 A 你 B 他'],
  ['已经 3 天', '已经 3 天'],
])('pangu: %s', (text, spaced) => {
  expect(pangu(text)).toBe(spaced)
})
