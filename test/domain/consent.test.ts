// When may a reader be known, when may she be asked, and when is she asked again?
import {
  agree,
  type Consent,
  isConsentInForce,
  mayAskConsent,
  mayGiveConsent,
  POLICY_VERSION,
} from '../../shared/domain/consent'
import { ordinalOf } from '../../shared/domain/contact'
import { type ContactId, consentId, contactIdOf, type MemberId, type PersonId } from '../../shared/domain/ids'

const DAY_MS = 86_400_000
const personId = 'p' as PersonId
const repId = 'r' as MemberId
const given = (change: Partial<Consent> = {}): Consent => ({
  _id: consentId(personId, repId),
  personId,
  repId,
  storeId: null,
  company: '公司',
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
])('%s', (_, consent, inForce) => {
  expect(isConsentInForce(consent)).toBe(inForce)
})

test('agreeing twice changes nothing; after a withdrawal or a new notice it begins anew', () => {
  const fresh = given({ givenAt: 9 })
  expect(agree(given(), fresh).givenAt).toBe(1)
  for (const previous of [null, given({ withdrawnAt: 5 }), given({ policyVersion: '2020-01' })])
    expect(agree(previous, fresh)).toBe(fresh)
})

test('who may agree to what', () => {
  expect(mayGiveConsent({ kind: 'person' }, POLICY_VERSION)).toEqual({ ok: true })
  expect(mayGiveConsent({ kind: 'person' }, '2020-01')).toEqual({ ok: false, reason: 'policy-changed' })
  expect(mayGiveConsent({ kind: 'member' }, POLICY_VERSION)).toEqual({ ok: false, reason: 'staff' })
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
  const ids = Array.from({ length: 200 }, (_, i) => contactIdOf(repId, `person-${i}` as PersonId))
  for (const id of ids) expect(ordinalOf(id)).toMatch(/^[A-HJ-NP-Z][1-9]$/)
  expect(ordinalOf(ids[0] as ContactId)).toBe(ordinalOf(ids[0] as ContactId))
  expect(new Set(ids.map(ordinalOf)).size).toBeGreaterThan(90)
})
