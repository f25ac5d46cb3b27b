// When is the language model off, and what does HQ get then?
import { aiSettings } from '../../cloudfunctions/_kit/settings'
import { editor, READER_URL, startWorld, type World } from '../support/world'

const AI = {
  RIPPLE_AI_BASE: 'https://ai.example/v1/',
  RIPPLE_AI_KEY: 'sk-key',
  RIPPLE_AI_MODEL: 'model',
  RIPPLE_AI_DAILY_CALLS: '',
  RIPPLE_AI_TIMEOUT_MS: '',
}
const settingsWith = (change: Partial<typeof AI>) => {
  const before = { ...process.env }
  Object.assign(process.env, AI, change)
  const settings = aiSettings()
  process.env = before
  return settings
}

test('set up, it has an allowance of 200 calls a day and 8 seconds', () => {
  expect(settingsWith({})).toEqual({
    base: 'https://ai.example/v1',
    key: 'sk-key',
    model: 'model',
    dailyCalls: 200,
    timeoutMs: 8_000,
  })
})

test.each<[string, Partial<typeof AI>]>([
  ['no base', { RIPPLE_AI_BASE: '' }],
  ['no key', { RIPPLE_AI_KEY: ' ' }],
  ['no model', { RIPPLE_AI_MODEL: '' }],
  ['not filled in at deployment', { RIPPLE_AI_KEY: '{{env.RIPPLE_AI_KEY}}' }],
  ['the key in the clear', { RIPPLE_AI_BASE: 'http://ai.example/v1' }],
  ['a host that only begins like this machine', { RIPPLE_AI_BASE: 'http://127.0.0.1.evil.example/v1' }],
  ['no address', { RIPPLE_AI_BASE: 'ai.example' }],
])('off: %s', (_, change) => {
  expect(settingsWith(change)).toBeNull()
})

test.each<[string, Partial<typeof AI>, object]>([
  ['an allowance', { RIPPLE_AI_DAILY_CALLS: '40' }, { dailyCalls: 40 }],
  ['none at all', { RIPPLE_AI_DAILY_CALLS: '0' }, { dailyCalls: 0 }],
  ['what is no number allows nothing', { RIPPLE_AI_DAILY_CALLS: 'many' }, { dailyCalls: 0 }],
  ['less time', { RIPPLE_AI_TIMEOUT_MS: '3000' }, { timeoutMs: 3_000 }],
  ['never more', { RIPPLE_AI_TIMEOUT_MS: '60000' }, { timeoutMs: 8_000 }],
])('set up: %s', (_, change, expected) => {
  expect(settingsWith(change)).toMatchObject(expected)
})

describe('as deployed without a model', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({}, { RIPPLE_PERSON_KEY: 'a-key-for-tests-only', RIPPLE_READER_URL: READER_URL })
  })
  afterAll(() => world.stop())

  test('HQ is told so, and nothing is counted', async () => {
    const input = { text: '周末来店里坐坐，喝杯茶聊聊天。', lockedWords: [] }
    expect(await world.ask('hq', 'wording.suggest', input, editor)).toEqual({
      from: 'none',
      reason: 'ai-off',
      left: 0,
      sentences: [],
    })
    expect(await world.docs('budgets')).toEqual([])
  })
})
