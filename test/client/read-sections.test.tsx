// Who reads, and what is before her: scripted or not, her own share or not, which section, which picture?
jest.mock('@tarojs/taro', () => require('../support/client-taro'))

import { forgetReadings } from '../../client/features/reading/memory'
import { pangu } from '../../client/features/reading/pangu'
import { isScripted } from '../../client/platform/lifecycle'
import { forwardLink, isMintedHere } from '../../client/platform/reader-share'
import { type Box, type Boxes, lookAt, watchedPictures } from '../../client/platform/sections'
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

const order = ['s1', 's2', 's3'] as SectionId[]
const box = (top: number, height: number, seenTop: number, seenHeight: number): Box => ({
  boundingClientRect: { top, height },
  intersectionRect: { top: seenTop, height: seenHeight },
})
const even: Boxes = { 'section-s1': box(-2000, 2400, 0, 400), 'section-s2': box(400, 900, 400, 400) }

test('the section with most of the screen is read, the upper one when they are even', () => {
  expect(lookAt(order, {}).section).toBeNull()
  expect(lookAt(order, even).section).toBe('s1')
  expect(lookAt(order, { ...even, 'section-s2': box(300, 900, 300, 500) }).section).toBe('s2')
})

test('she has come as far down as the last section lies above the lower edge', () => {
  expect(lookAt(order, {}).depth).toBe(0)
  expect(lookAt(order, { ...even, 'section-s2': box(300, 900, 300, 500) }).depth).toBeCloseTo((1 + 500 / 900) / 3, 3)
  expect(lookAt(order, { ...even, 'section-s3': box(800, 500, 0, 0) }).depth).toBeCloseTo((1 + 400 / 900) / 3, 3)
})

test.each<[string, number, string | null]>([
  ['nothing of it', 0, null],
  ['half of it', 200, null],
  ['most of it', 240, 's1'],
])('a picture holds the screen with %s on it or not', (_name, seen, picture) => {
  expect(lookAt(order, { ...even, 'picture-s1': box(0, 400, 0, seen) }).picture).toBe(picture)
})

test('of two pictures the one with more on screen holds it', () => {
  const both = { 'picture-s1': box(-100, 400, 0, 300), 'picture-s2': box(300, 450, 300, 450) }
  expect(lookAt(order, both).picture).toBe('s2')
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
