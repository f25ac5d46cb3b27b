// What is WeChat asked, and what does an answer, a failure, silence or a late word of its own come to?
import fc from 'fast-check'
import {
  afterAnswer,
  afterEvent,
  afterSilence,
  type Check,
  type CheckItem,
  checksOf,
  IMAGES_A_TICK,
  LIMIT_REST_MS,
  LIMITS,
  MEDIA_WAIT_MS,
  playbookItems,
  postItems,
  restMs,
  SLICE_MAX,
  sliceText,
  standingOf,
  TEXTS_A_TICK,
  TRIES_MAX,
  type Verdict,
  verdictOf,
} from '../../shared/domain/check'
import type { ImageId, SectionId } from '../../shared/domain/ids'
import type { PostImage } from '../../shared/domain/post'

const NOW = 1_000_000_000
const MINUTE = 60_000
const check = (change: Partial<Check> = {}): Check => ({
  ...{
    _id: 'post.p.1.0',
    subject: 'post.p.1',
    kind: 'text',
    place: 'text',
    content: '好',
    state: 'due',
    verdict: null,
  },
  ...{ label: null, word: '', traceId: null, tries: 0, nextAt: NOW, queuedAt: NOW, askedAt: null, doneAt: null },
  ...{ gaveUp: 0, decided: null },
  ...change,
})
const decided = (ok: boolean) => ({ by: 'm', byName: '周主任', at: NOW, ok })

describe('slices', () => {
  test('a text up to the limit is one; nothing is sent for nothing', () => {
    expect(sliceText('字'.repeat(SLICE_MAX))).toHaveLength(1)
    expect(sliceText('字'.repeat(SLICE_MAX + 1))).toHaveLength(2)
    expect(checksOf('post.p.1', [{ place: 'text', kind: 'text', content: ' \n' }], NOW)).toEqual([])
  })
  test('whatever word stands in a text stands whole in one slice, and no character is cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000 }),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (size, from, length) => {
          const text = Array.from({ length: size }, (_, i) =>
            i % 7 === 3 ? '😀' : String.fromCharCode(0x4e00 + (i % 900)),
          ).join('')
          const word = text.slice(from % (text.length + 1)).slice(0, length)
          const slices = sliceText(text)
          expect(slices.some((slice) => slice.includes(word))).toBe(true)
          for (const slice of slices) {
            expect(slice.length).toBeLessThanOrEqual(SLICE_MAX)
            expect(slice).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
          }
        },
      ),
    )
  })
})

test('of a post every text and image is asked about, each with its place; words that choices make, too', () => {
  const image = { imageId: 'i1' as ImageId, fileId: 'cloud://i1', alt: '杯子' } as PostImage
  const items = postItems({
    ...{ text: '{违|照}规办', firstComment: '来聊', images: [image] },
    article: {
      title: '题',
      cover: image,
      sections: [{ id: 's1' as SectionId, heading: '一', paragraphs: ['甲', '乙'], image: null, form: null }],
    },
  })
  const places = items.map(({ place, kind }) => `${kind} ${place}`)
  expect(places).toEqual([
    'text text',
    'text firstComment',
    'text title',
    'text section.s1',
    'text alt.i1',
    'image image.i1',
  ])
  expect(items[0]?.content.split('\n')).toEqual(['{违|照}规办', '违规办', '照规办'])
  expect(items.at(-1)?.content).toBe('cloud://i1')
})

test('of a playbook every line, step by step', () => {
  const steps = [{ name: '开口', say: ['最近{好|忙}吗', '喝茶吗'], minutes: null }]
  expect(playbookItems({ steps })).toEqual([
    { place: 'step.0', kind: 'text', content: '最近{好|忙}吗\n最近好吗\n最近忙吗\n喝茶吗' },
  ])
})

test('the same items asked about twice have the same ids', () => {
  const items: CheckItem[] = [
    { place: 'text', kind: 'text', content: '字'.repeat(3_000) },
    { place: 'image.i', kind: 'image', content: 'cloud://i' },
  ]
  const ids = (at: number) => checksOf('post.p.3', items, at).map(({ _id }) => _id)
  expect(ids(1)).toEqual(['post.p.3.0', 'post.p.3.1', 'post.p.3.2'])
  expect(ids(2)).toEqual(ids(1))
})

describe('an answer', () => {
  test('that is a verdict ends it; one that comes later is waited for', () => {
    const said = afterAnswer(check(), { kind: 'verdict', verdict: 'risky', label: 20002, word: '词' }, NOW)
    expect(said).toEqual({
      change: { state: 'judged', verdict: 'risky', label: 20002, word: '词', nextAt: NOW, doneAt: NOW, askedAt: NOW },
      onward: 'go-on',
    })
    const later = afterAnswer(check({ kind: 'image' }), { kind: 'asked', traceId: 't' }, NOW)
    expect(later.change).toEqual({ state: 'asked', traceId: 't', askedAt: NOW, nextAt: NOW + MEDIA_WAIT_MS })
  })
  test.each([
    ['nobody there', 61010, { nextAt: NOW }, 'somebody-else'],
    ['too many a day', 45009, { nextAt: NOW + LIMIT_REST_MS }, 'rest'],
    ['too many a minute', 45011, { nextAt: NOW + LIMIT_REST_MS }, 'rest'],
    ['the system is busy', -1, { tries: 3, nextAt: NOW + 4 * MINUTE }, 'go-on'],
    ['a bad token', 40001, { tries: 3, nextAt: NOW + 4 * MINUTE }, 'go-on'],
  ])('%s (%s): %j, %s', (_, errcode, change, onward) => {
    expect(afterAnswer(check({ tries: 2 }), { kind: 'errcode', errcode }, NOW)).toEqual({ change, onward })
  })
  test('nobody knows: asked again, ever later; after eight tries a person decides', () => {
    expect(afterAnswer(check(), { kind: 'lost' }, NOW).change).toEqual({ tries: 1, nextAt: NOW + MINUTE })
    const rests = Array.from({ length: TRIES_MAX }, (_, n) => restMs(n + 1) / MINUTE)
    expect(rests).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
    const last = afterAnswer(check({ tries: TRIES_MAX - 1 }), { kind: 'lost' }, NOW).change
    expect(last).toMatchObject({ state: 'judged', verdict: 'review', gaveUp: -1, tries: TRIES_MAX })
  })
  test.each([40097, 44004, 45002, 47001])('%s would be the same again: a person decides at once', (errcode) => {
    const { change } = afterAnswer(check(), { kind: 'errcode', errcode }, NOW)
    expect(change).toMatchObject({ state: 'judged', verdict: 'review', gaveUp: errcode })
  })
})

describe('a result that is pushed', () => {
  const asked = check({ state: 'asked', kind: 'image', traceId: 't', nextAt: NOW + MEDIA_WAIT_MS })
  const silent = check({ ...asked, ...afterSilence(NOW) })
  const event = (verdict: Verdict) => ({ traceId: 't', verdict, label: 100 })
  test.each<[string, Check, Verdict, Verdict | null]>([
    ['in time', asked, 'pass', 'pass'],
    ['after we gave up', silent, 'pass', 'pass'],
    ['risky after we gave up', silent, 'risky', 'risky'],
    ['fine after a person decided', { ...silent, decided: decided(true) }, 'pass', null],
    ['risky after a person decided', { ...silent, decided: decided(true) }, 'risky', 'risky'],
    ['the same again', check({ state: 'done', verdict: 'pass' }), 'pass', null],
    ['worse than before', check({ state: 'done', verdict: 'pass' }), 'risky', 'risky'],
    ['better than before', check({ state: 'done', verdict: 'risky' }), 'pass', null],
    ['unsure after a verdict', check({ state: 'done', verdict: 'pass' }), 'review', null],
  ])('%s', (_, before, verdict, after) => {
    expect(afterEvent(before, event(verdict), NOW)?.verdict ?? null).toBe(after)
  })
  test('in whatever order results come, and however often, risky once is risky in the end', () => {
    const verdicts = fc.array(fc.constantFrom<Verdict>('pass', 'review', 'risky'), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(verdicts, fc.boolean(), (all, gaveUp) => {
        let end = gaveUp ? silent : asked
        for (const one of all) end = { ...end, ...afterEvent(end, event(one), NOW) }
        expect(end.verdict).toBe(all.includes('risky') ? 'risky' : all[0])
      }),
    )
  })
})

describe('where a version stands', () => {
  test.each<[string, Partial<Check>[], string]>([
    ['nothing asked', [], 'unasked'],
    ['something still to come', [{ verdict: 'pass' }, {}], 'waiting'],
    ['all fine', [{ verdict: 'pass' }], 'pass'],
    ['one to look at', [{}, { verdict: 'review' }], 'review'],
    ['one looked at and fine', [{ verdict: 'review', decided: decided(true) }], 'pass'],
    ['one looked at and not fine', [{ verdict: 'review', decided: decided(false) }], 'risky'],
    ['one risky, whatever the rest', [{ verdict: 'review' }, { verdict: 'risky' }, {}], 'risky'],
  ])('%s', (_, checks, standing) => {
    expect(standingOf(checks.map(check)).standing).toBe(standing)
  })
  test('no person makes fine what WeChat calls risky', () => {
    expect(verdictOf(check({ verdict: 'risky', decided: decided(true) }))).toBe('risky')
  })
})

test('even two timers at once stay below what WeChat allows in a minute and a day', () => {
  const TICKS = 2 * 24 * 60
  expect(2 * TEXTS_A_TICK).toBeLessThan(LIMITS.textsAMinute)
  expect(TICKS * TEXTS_A_TICK).toBeLessThan(LIMITS.textsADay)
  expect(2 * IMAGES_A_TICK).toBeLessThan(LIMITS.imagesAMinute)
  expect(TICKS * IMAGES_A_TICK).toBeLessThan(LIMITS.imagesADay)
})
