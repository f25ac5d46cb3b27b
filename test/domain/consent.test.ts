// When may a reader be known, when may she be asked, and when is she asked again?
import {
  agree,
  type Consent,
  isConsentFor,
  isConsentInForce,
  mayAskConsent,
  mayGiveConsent,
  POLICY_VERSION,
  type Purpose,
  purposesOf,
} from '../../shared/domain/consent'
import { ordinalOf } from '../../shared/domain/contact'
import { type ContactId, type MemberId, type PersonId, readerIdOf } from '../../shared/domain/ids'

const DAY_MS = 86_400_000
const personId = 'p' as PersonId
const repId = 'r' as MemberId
const given = (change: Partial<Consent> = {}): Consent => ({
  _id: readerIdOf(repId, personId),
  personId,
  repId,
  storeId: null,
  company: '公司',
  brand: '公司',
  franchise: false,
  policyVersion: POLICY_VERSION,
  purposes: ['reading'],
  scene: 1007,
  givenAt: 1,
  withdrawnAt: null,
  proofId: 'x',
  ...change,
})

test.each<[string, Consent | null, boolean]>([
  ['given', given(), true],
  ['never given', null, false],
  ['withdrawn', given({ withdrawnAt: 5 }), false],
  ['given to an older notice', given({ policyVersion: '2020-01' }), false],
  ['given for nothing', given({ purposes: [] }), false],
  ['given to a franchise store', given({ franchise: true, purposes: ['reading', 'store'] }), true],
  [
    'given to the brand but not to the franchise store',
    given({ franchise: true, purposes: ['reading', 'tags'] }),
    false,
  ],
])('%s', (_, consent, inForce) => {
  expect(isConsentInForce(consent)).toBe(inForce)
})

test('a rep who moves to another firm, or leaves, may not be told any more', () => {
  expect(['公司', '别的公司', null].map((company) => isConsentFor(company, given()))).toEqual([true, false, false])
  expect(isConsentFor('公司', given({ withdrawnAt: 5 }))).toBe(false)
})

test('agreeing to the same twice changes nothing; to anything else, or after a withdrawal, it begins anew', () => {
  const fresh = given({ givenAt: 9 })
  expect(agree(given(), fresh).givenAt).toBe(1)
  for (const previous of [
    null,
    given({ withdrawnAt: 5 }),
    given({ policyVersion: '2020-01' }),
    given({ purposes: ['reading', 'tags'] }),
    given({ company: '以前的公司' }),
    given({ brand: '以前的品牌' }),
    given({ franchise: true, purposes: ['reading', 'store'] }),
  ])
    expect(agree(previous, fresh)).toBe(fresh)
})

test.each<[string, Purpose[], boolean, Purpose[]]>([
  ['reading is always among them', ['tags'], false, ['reading', 'tags']],
  ['an own store is no other firm', ['store', 'reading'], false, ['reading']],
  ['a franchise store is', ['store', 'tags', 'reading'], true, ['reading', 'tags', 'store']],
])('purposes: %s', (_, asked, franchise, purposes) => {
  expect(purposesOf(asked, franchise)).toEqual(purposes)
})

test.each<[string, 'person' | 'member', string, Purpose[], boolean, string]>([
  ['anyone, to the notice of today', 'person', POLICY_VERSION, ['reading'], false, 'yes'],
  ['not to an older notice', 'person', '2020-01', ['reading'], false, 'policy-changed'],
  ['staff need not', 'member', POLICY_VERSION, ['reading'], false, 'staff'],
  ['a franchise store is agreed to apart', 'person', POLICY_VERSION, ['reading', 'tags'], true, 'store-consent-needed'],
  ['then it may be told', 'person', POLICY_VERSION, ['reading', 'store'], true, 'yes'],
])('who may agree to what: %s', (_, kind, policyVersion, purposes, franchise, answer) => {
  const decision = mayGiveConsent({ kind }, { policyVersion, purposes }, franchise)
  expect(decision.ok ? 'yes' : decision.reason).toBe(answer)
})

test.each<[string, number | null, number, boolean]>([
  ['never declined', null, 0, true],
  ['declined just now', 0, 1, false],
  ['declined 30 days ago less a millisecond', 0, 30 * DAY_MS - 1, false],
  ['declined 30 days ago', 0, 30 * DAY_MS, true],
])('asked again: %s', (_, declinedAt, now, may) => {
  expect(mayAskConsent(declinedAt, now)).toBe(may)
})

test('the two characters of an unnamed contact stay the same and are easy to read', () => {
  const ids = Array.from({ length: 200 }, (_, i) => `c-contact-${i}` as ContactId)
  for (const id of ids) expect(ordinalOf(id)).toMatch(/^[A-HJ-NP-Z][1-9]$/)
  expect(ordinalOf(ids[0] as ContactId)).toBe(ordinalOf(ids[0] as ContactId))
  expect(new Set(ids.map(ordinalOf)).size).toBeGreaterThan(90)
})
