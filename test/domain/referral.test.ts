// Which purchase is a partner's, what is it worth, and who may become one? By the sale alone, never by shares or people.
import fc from 'fast-check'
import type { Deal } from '../../shared/domain/deal'
import type { ContactId, HomeId, MemberId, PartnerId, PersonId } from '../../shared/domain/ids'
import { fen } from '../../shared/domain/ledger-fen'
import {
  type Candidate,
  codeFrom,
  isHerself,
  mayAnswer,
  type Partner,
  rankCandidates,
  readCode,
  sayCount,
} from '../../shared/domain/partner'
import { TERMS } from '../../shared/domain/partner-terms'
import {
  mayApprovePayout,
  mayExportPayout,
  mayPayPayout,
  mayReturnPayout,
  PAYOUT_STATES,
} from '../../shared/domain/payout'
import { baseOf, dueFor, mayClaim, verifiedFrom } from '../../shared/domain/referral'

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 11, 1)
const item = (amountFen: number, theirs = false) => ({
  ...{ productId: null, product: '精华', qty: 1, amountFen, costFen: null, theirs },
})
const deal = (change: Partial<Deal> = {}) => ({
  ...{ repId: 'lin' as MemberId, kind: 'first' as const, at: NOW - 2 * DAY_MS, items: [item(10_000)] },
  ...{ refundedAt: null, droppedAt: null, verifiedAt: NOW - DAY_MS },
  ...change,
})
const partner = {
  ...{ _id: 'p' as PartnerId, repId: 'lin' as MemberId, storeId: null, contactId: 'mei' as ContactId },
  ...{ personId: 'person-mei' as PersonId, state: 'active', code: 'ABC234', payName: '', termsVersion: TERMS.version },
  ...{ invitedAt: 0, answeredAt: NOW - 90 * DAY_MS, leftAt: null, rev: 1 },
} as Partner
const buyer = { contactId: 'hua' as ContactId | null, homeId: null as HomeId | null, persons: ['person-hua'] }
const sides = (change: object = {}) => ({ partner, partnerHome: null, buyer, ...change })

describe('a purchase is hers', () => {
  test.each<[string, Partial<Deal>, object, string]>([
    ['who sells is another', { repId: 'wang' as MemberId }, {}, 'not-your-partner'],
    ['she has left', {}, { partner: { ...partner, state: 'left' } }, 'partner-not-active'],
    ['it was given back', { refundedAt: NOW }, {}, 'deal-gone'],
    ['it was a slip', { droppedAt: NOW }, {}, 'deal-gone'],
    ['somebody becomes a partner by it', { kind: 'partner' }, {}, 'no-recruiting'],
    ['she bought herself', {}, { buyer: { ...buyer, contactId: 'mei' } }, 'self-referral'],
    ['her phone bought', {}, { buyer: { ...buyer, persons: ['person-mei'] } }, 'self-referral'],
    ['whom she lives with bought', {}, { partnerHome: 'h', buyer: { ...buyer, homeId: 'h' } }, 'self-referral'],
    ['it is long ago', { at: NOW - 31 * DAY_MS }, {}, 'claimed-too-late'],
    ['she was no partner then', {}, { partner: { ...partner, answeredAt: NOW } }, 'claimed-too-late'],
  ])('not where %s', (_, change, other, reason) => {
    expect(mayClaim(deal(change), sides(other), TERMS, NOW)).toEqual({ ok: false, reason })
  })

  test('where its buyer is somebody else, or nobody known', () => {
    expect(mayClaim(deal(), sides(), TERMS, NOW)).toEqual({ ok: true })
    const unknown = { contactId: null, homeId: null, persons: [] }
    expect(mayClaim(deal(), sides({ buyer: unknown }), TERMS, NOW)).toEqual({ ok: true })
  })
})

test('it is verified once it was seen paid and can no longer be given back', () => {
  expect(verifiedFrom(deal({ verifiedAt: null }), TERMS)).toBeNull()
  expect(verifiedFrom(deal({ refundedAt: NOW }), TERMS)).toBeNull()
  expect(verifiedFrom(deal(), TERMS)).toBe(NOW + 13 * DAY_MS)
  expect(verifiedFrom(deal({ verifiedAt: NOW + 30 * DAY_MS }), TERMS)).toBe(NOW + 30 * DAY_MS)
})

test('others’ goods bring nothing', () => {
  expect(baseOf({ items: [item(10_000), item(99_900, true)] })).toBe(10_000)
})

test.each([
  [0, 'starter', 300],
  [5, 'steady', 400],
  [20, 'close', 500],
])('after %i verified sales: %s, %i 分 of 100 元', (sales, tier, due) => {
  expect(dueFor(deal(), sales, TERMS)).toMatchObject({ tier, fen: due })
})

test('any sale is worth whole 分, at least nothing and at most its highest share', () => {
  const lines = fc.array(fc.record({ amountFen: fc.nat(100_000_000), theirs: fc.boolean() }), { maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.nat(100), (some, sales) => {
      const due = dueFor({ items: some.map((one) => item(one.amountFen, one.theirs)) }, sales, TERMS)
      expect(Number.isSafeInteger(due.fen)).toBe(true)
      expect(due.fen).toBeGreaterThanOrEqual(0)
      expect(due.fen * 20).toBeLessThanOrEqual(due.baseFen)
    }),
  )
})

describe('an invitation is answered', () => {
  const open = { state: 'invited' as const, personId: null }
  const mei = { kind: 'person' as const, personId: 'person-mei' as PersonId }
  const asked = { persons: [] as PersonId[], version: TERMS.version }
  test.each<[string, Parameters<typeof mayAnswer>, string | null]>([
    ['by her', [open, mei, asked], null],
    ['by one of her phones', [open, mei, { ...asked, persons: [mei.personId] }], null],
    ['not by another', [open, mei, { ...asked, persons: ['x' as PersonId] }], 'invited-other'],
    ['not by staff', [open, { ...mei, kind: 'member' }, asked], 'staff'],
    ['not to other terms', [open, mei, { ...asked, version: 'old' }], 'policy-changed'],
    ['not once it is taken', [{ state: 'active', personId: null }, mei, asked], 'no-such-invitation'],
    ['not twice', [{ state: 'declined', personId: mei.personId }, mei, asked], 'already-answered'],
  ])('%s', (_, given, reason) => {
    expect(mayAnswer(...given)).toEqual(reason === null ? { ok: true } : { ok: false, reason })
  })
})

test.each<[string, object, boolean]>([
  ['her own reader with this rep', {}, true],
  ['one of several on a phone', { link: { contactId: 'x', also: ['contact-mei'] } }, true],
  ['the same phone known as somebody else', { link: { contactId: 'x', also: [] } }, false],
  ['another phone of hers', { personId: 'other' }, false],
  ['known to another rep', { repId: 'rep-2' }, false],
])('who accepted is she who was asked: %s', (_, change, herself) => {
  const asked = { repId: 'rep-1', contactId: 'contact-mei', personId: 'mei' }
  const reader = { repId: 'rep-1', personId: 'mei', link: { contactId: 'contact-mei', also: [] }, ...change }
  expect(isHerself(asked as never, [reader] as never)).toBe(herself)
})

test('a code is read as it is typed, and has no letter that is misread', () => {
  expect(readCode(' abc-2 34')).toBe('ABC234')
  for (const wrong of ['ABC23', 'ABC2345', 'ABC10O', '']) expect(readCode(wrong)).toBeNull()
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 0.999_999, noNaN: true }), { minLength: 6, maxLength: 6 }),
      (drawn) => {
        const code = codeFrom(drawn)
        expect(readCode(code)).toBe(code)
      },
    ),
  )
})

describe('whom she might ask', () => {
  const one = (id: string, brought: Candidate['evidence']['brought'], times: number): Candidate => ({
    contactId: id as ContactId,
    evidence: { brought, bought: times > 0 ? { times, lastAt: NOW } : null, met: 0 },
  })
  test('who bought often comes before one lucky post; who did neither is none', () => {
    const all = [
      one('lucky', { posts: 1, deep: 900 }, 0),
      one('nobody', null, 0),
      one('buyer', { posts: 3, deep: 6 }, 5),
    ]
    expect(rankCandidates(all, 10).map(({ contactId }) => contactId)).toEqual(['buyer', 'lucky'])
  })
  test('a key person is asked for who came and kept coming; of how often she passed on nothing is asked', () => {
    const koc = (id: string, people: number, weeks: number): Candidate => ({
      contactId: id as ContactId,
      evidence: { brought: null, bought: null, met: 0, koc: { people, deep: people, posts: 1, weeks } },
    })
    const all = [koc('one week', 900, 1), koc('steady', 8, 3), one('neither', null, 0)]
    expect(rankCandidates(all, 10).map(({ contactId }) => contactId)).toEqual(['steady', 'one week'])
  })
  test.each([
    [0, 0],
    [1, 'few'],
    [2, 'few'],
    [3, 3],
  ])('a count of %i is told as %s', (n, said) => {
    expect(sayCount(n)).toBe(said)
  })
})

test('a payout is approved by another than who made it, and goes each way only from where it stands', () => {
  const by = 'a' as MemberId
  const items = [{ partnerId: 'p' as PartnerId, code: '', payName: '', fen: fen(1), sales: 1 }]
  const may = (state: (typeof PAYOUT_STATES)[number]) =>
    [
      mayApprovePayout({ state, byId: by, items }, 'b' as MemberId).ok,
      mayExportPayout({ state }).ok,
      mayPayPayout({ state }).ok,
      mayReturnPayout({ state }).ok,
    ].map((ok) => (ok ? 'yes' : '-'))
  expect(Object.fromEntries(PAYOUT_STATES.map((state) => [state, may(state).join(' ')]))).toEqual({
    making: '- - - -',
    made: 'yes - - yes',
    approved: '- yes yes yes',
    paying: '- yes yes -',
    paid: '- yes yes -',
    returning: '- - - yes',
    returned: '- - - -',
  })
  expect(mayApprovePayout({ state: 'made', byId: by, items }, by)).toEqual({ ok: false, reason: 'own-payout' })
  expect(mayApprovePayout({ state: 'made', byId: by, items: [] }, 'b' as MemberId)).toMatchObject({
    reason: 'payout-empty',
  })
})
