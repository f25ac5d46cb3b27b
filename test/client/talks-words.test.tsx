// Is every clue told from its fact like a colleague would, and does nothing say more than the fact?
jest.mock('@tarojs/taro', () => require('../support/rep-taro'))

import { i18n } from '@lingui/core'
import { wordEnd, wordHow, wordPurpose, wordReason } from '../../client/features/talk/names'
import { wordConflict, wordEvidence, wordLearned, wordOutcome, wordRest } from '../../client/features/talk/words'
import { REST_REASONS, TALK_REASONS } from '../../shared/domain/talk'
import { T0 } from '../support/rep-answers'
import { facts } from '../support/talk-answers'

const telling = { now: T0, lang: 'zh' as const, i18n }
const DAY_MS = 86_400_000
const daysAgo = (days: number): number => T0 - days * DAY_MS

beforeAll(() => i18n.loadAndActivate({ locale: 'zh', messages: {} }))

test.each([
  ['hot', facts.reading, '昨晚 21:04 读了《换季护肤三步走》 13 分 20 秒，‘第二步’最久，6 分钟'],
  ['deep', { ...facts.reading, nth: 2 }, '昨晚 21:04 第 2 次读《换季护肤三步走》 13 分 20 秒，‘第二步’最久，6 分钟'],
  ['deep', { ...facts.reading, section: '' }, '昨晚 21:04 读了《换季护肤三步走》 13 分 20 秒，开头最久，6 分钟'],
  ['deep', { ...facts.reading, section: null }, '昨晚 21:04 读了《换季护肤三步走》 13 分 20 秒'],
  ['rising', facts.tag, '最近在看‘护肤’：3 篇，共 31 分钟，最近昨晚 21:04'],
  ['occasion', facts.occasion, '生日在 11月24日，还有 3 天'],
  ['occasion', { ...facts.occasion, day: '2026-11-21' }, '今天是生日'],
  ['occasion', { ...facts.occasion, day: '2026-11-20' }, '昨天是生日，刚过'],
  ['promise', facts.promise, '你答应过：带小样给她，今天到期'],
  ['promise', { ...facts.promise, dueDay: '2026-11-22' }, '你答应过：带小样给她，还有 1 天'],
  ['promise', { ...facts.promise, dueDay: '2026-11-19' }, '你答应过：带小样给她，过了 2 天'],
  ['repurchase', facts.purchase, '10月12日 买的水光精华，11月23日 前后该补'],
  ['repurchase', { ...facts.purchase, dueDay: '2026-11-20' }, '10月12日 买的水光精华，该用完了'],
  ['lifecycle', { ...facts.purchase, at: T0 - 3 * DAY_MS }, '买水光精华第 3 天'],
  ['lifecycle', { ...facts.purchase, product: 'A醇', at: T0 - 14 * DAY_MS, dueDay: null }, '买 A醇第 14 天'],
  ['signal', facts.signal, '昨晚 21:04 你记的话里有‘想换房’，换房'],
  ['overdue', facts.contact, '上次聊是 10月7日，45 天了，一般 40 天聊一次'],
  ['overdue', { ...facts.contact, lastAt: null }, '认识 300 天了，还没聊过'],
  ['introduce', facts.introduction, '从她那里看到的新客户 A9，细读了 3 次'],
  ['thanks', facts.share, '她转的《换季护肤三步走》带来 4 次细读'],
] as const)('%s %#: %o', (reason, evidence, words) => expect(wordEvidence(evidence, reason, telling)).toBe(words))

test('every reason has a name and a purpose of its own, every rest a reason', () => {
  const names = TALK_REASONS.map((reason) => wordReason(reason, i18n))
  const purposes = TALK_REASONS.map((reason) => wordPurpose(reason, i18n))
  const rests = REST_REASONS.map((reason) => wordRest({ reason, at: null, until: null }, telling))
  for (const words of [names, purposes, rests]) expect(new Set(words.filter(Boolean)).size).toBe(words.length)
})

test.each([
  [{ reason: 'talked-recently', at: daysAgo(1), until: '2026-11-24' }, '刚聊过，昨天。11月24日 起可以聊'],
  [{ reason: 'asked-quiet', at: daysAgo(3), until: null }, '11月18日说过先别打扰。等她先开口'],
  [{ reason: 'asked-quiet', at: daysAgo(3), until: '2026-12-01' }, '11月18日说过先别打扰。12月1日 起可以聊'],
  [{ reason: 'company-cap', at: null, until: null }, '陪伴够了，歇一歇'],
  [{ reason: 'reads-silent', at: daysAgo(9), until: null }, '只看不回，让她安静看，11月12日'],
] as const)('leave alone: %o', (rest, words) => expect(wordRest(rest, telling)).toBe(words))

const how = { channel: 'wechat', window: null, relation: null, value: null } as const
test.each([
  [how, ['发微信']],
  [{ ...how, channel: 'phone', relation: 'expert' }, ['打电话', '像专家：说清道理']],
  [{ ...how, window: { fromHour: 20, toHour: 22, weekend: false } }, ['发微信', '她多在 20:00–22:00 有空']],
  [
    { ...how, channel: 'store', window: { fromHour: 9, toHour: 11, weekend: true }, value: 'company' },
    ['到店里聊', '她多在周末 09:00–11:00 有空', '多听少说'],
  ],
] as const)('how to talk says only what is known: %o', (talk, words) => expect(wordHow(talk, i18n)).toEqual(words))

test('what she told, and what she learned from telling', () => {
  expect(wordOutcome({ end: 'talked', at: T0 - 48 * 60_000 }, i18n)).toBe('聊了，09:12')
  expect(wordEnd('later', i18n)).toBe('稍后')
  expect(wordLearned({ learned: null }, i18n)).toBe('')
  expect(wordLearned({ learned: { talks: 0, won: 0 } }, i18n)).toBe('')
  expect(wordLearned({ learned: { talks: 12, won: 4.5 } }, i18n)).toBe('你这样聊过 12 次，约 5 次有下文')
})

const booked = { end: 'booked', at: T0 } as const
test.each([
  [
    { said: 'talked', held: { end: 'talked', at: T0 }, was: booked },
    '另一台手机上记的是‘约了’，你后说的，以你刚说的为准',
  ],
  [{ said: null, held: null, was: booked }, '另一台手机上记的是‘约了’，你后说的，以你刚说的为准'],
  [{ said: 'talked', held: booked, was: booked }, '另一台手机后来记的是‘约了’，以那个为准'],
] as const)('two phones said different things: %#', (conflict, words) =>
  expect(wordConflict(conflict, i18n)).toBe(words),
)
