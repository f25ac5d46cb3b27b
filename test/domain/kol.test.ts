// Who is in which tier, by what she gave; which support is due; and what may HQ write as support?
import fc from 'fast-check'
import {
  addKolSums,
  CONTRIBUTIONS,
  type Contribution,
  type ContributionKind,
  checkKolSettings,
  dueOf,
  KOL_DEFAULTS,
  KOL_TIERS,
  standingOf,
  sumKol,
  supportOf,
  type TierRule,
} from '../../shared/domain/kol'

const { tiers } = KOL_DEFAULTS
const some = (of: ContributionKind, n: number): Contribution[] =>
  Array.from({ length: n }, (_, i) => ({ of, id: `${of}-${i}`, at: i, what: '' }))
const rankOf = (all: readonly Contribution[]): number => {
  const { tier } = standingOf(all, tiers)
  return tier === null ? -1 : KOL_TIERS.indexOf(tier)
}

test.each<[string, Contribution[], string | null, string | null]>([
  ['nothing', [], null, 'warm'],
  ['once is kind, and no tier', some('service', 1), null, 'warm'],
  ['twice', some('service', 2), 'warm', 'companion'],
  ['often, but of one kind', some('service', 30), 'warm', 'companion'],
  ['five times, of two kinds', [...some('service', 3), ...some('meeting', 2)], 'companion', 'leader'],
  ['twelve, of three', [...some('service', 8), ...some('meeting', 2), ...some('submission', 2)], 'leader', null],
  ['the same told twice', [...some('service', 1), ...some('service', 1)], null, 'warm'],
])('%s', (_, all, tier, next) => {
  const standing = standingOf(all, tiers)
  expect([standing.tier, standing.next?.tier ?? null]).toEqual([tier, next])
})

const contribution = fc.record({
  of: fc.constantFrom(...CONTRIBUTIONS),
  id: fc.nat(9).map(String),
  at: fc.nat(),
  what: fc.constant(''),
})

test('more contributions never lower a tier, and their order says nothing', () => {
  fc.assert(
    fc.property(fc.array(contribution), fc.array(contribution), (all, more) => {
      expect(rankOf([...all, ...more])).toBeGreaterThanOrEqual(rankOf(all))
      expect(standingOf([...all].reverse(), tiers)).toEqual(standingOf(all, tiers))
    }),
  )
})

test('no contribution is a share, a reading brought or a person brought', () => {
  expect(CONTRIBUTIONS.filter((of) => /share|spread|read|deep|deal|invite|score/.test(of))).toEqual([])
})

test('support of her tier and those below is due until it was given once', () => {
  expect(supportOf(null, tiers)).toEqual([])
  expect(supportOf('companion', tiers).map(({ supportId }) => supportId)).toEqual([
    'first-look',
    'answers',
    'filming',
    'materials',
  ])
  expect(dueOf(supportOf('warm', tiers), [{ what: 'answers' }, { what: 'gone' }])).toEqual([
    { supportId: 'first-look', name: '先看新内容' },
  ])
})

describe('what HQ writes', () => {
  const changed = (n: number, change: Partial<TierRule>): TierRule[] =>
    tiers.map((rule, i) => (i === n ? { ...rule, ...change } : rule))
  const holding = (name: string) => changed(0, { support: [{ supportId: 'a', name }] })

  test('what comes with the product may stand', () => {
    expect(checkKolSettings(tiers)).toEqual({ ok: true })
  })

  test.each<[string, TierRule[], string]>([
    ['a tier left out', tiers.slice(1), 'kol-thresholds'],
    ['tiers in another order', [...tiers].reverse(), 'kol-thresholds'],
    ['a tier that asks for no more than the one below', changed(1, { count: 2 }), 'kol-thresholds'],
    ['fewer kinds than below', changed(2, { kinds: 1 }), 'kol-thresholds'],
    ['more kinds than contributions', changed(0, { kinds: 3 }), 'kol-thresholds'],
    ['beyond the bounds', changed(2, { count: 51 }), 'kol-thresholds'],
    ['no name', changed(0, { name: ' ' }), 'kol-names'],
    ['two of one name', changed(1, { name: '热心' }), 'kol-names'],
    ['support of one name twice', changed(1, { support: [{ supportId: 'b', name: '专家答疑' }] }), 'kol-names'],
    [
      'too much',
      changed(0, { support: Array.from({ length: 9 }, (_, i) => ({ supportId: `s${i}`, name: `支持${i}` })) }),
      'kol-too-much-support',
    ],
  ])('%s', (_, all, reason) => {
    expect(checkKolSettings(all)).toMatchObject({ ok: false, reason })
  })

  test.each(['转发满 3 次先看', '分享到群里就送', '发朋友圈有礼', '拉人进群', 'Gift for each share', '集赞换名额'])(
    'support for passing on: %s',
    (name) => {
      expect(checkKolSettings(holding(name))).toEqual({ ok: false, reason: 'support-for-forwarding', field: 'warm' })
    },
  )
  test.each(['每月红包', '返现 5%', '双倍积分', 'Cash bonus'])('money and prizes: %s', (name) => {
    expect(checkKolSettings(holding(name))).toEqual({ ok: false, reason: 'support-is-money', field: 'warm' })
  })
  test.each(['一起办分享会', '专家答疑', '新品先试', '署名专访'])('support it is: %s', (name) => {
    expect(checkKolSettings(holding(name))).toEqual({ ok: true })
  })
})

test('sums hold counts and no person, and sums of sums are the same', () => {
  const given = (what: string) => ({ kind: 'given' as const, what, name: what })
  const a = sumKol(
    [{ tier: 'warm' }, { tier: null }],
    [given('x'), given('x'), { kind: 'helped', what: 'service', name: '' }],
  )
  const b = sumKol([{ tier: 'warm' }, { tier: 'leader' }], [given('y')])
  expect(addKolSums([a, b])).toEqual({
    tiers: { warm: 2, companion: 0, leader: 1 },
    given: [
      { supportId: 'x', name: 'x', times: 2 },
      { supportId: 'y', name: 'y', times: 1 },
    ],
  })
})
