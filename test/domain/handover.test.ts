// Who may follow a rep who leaves, whom may it be told and how often, and what says the desk of it? Tables of facts.
import fc from 'fast-check'
import { mayCall } from '../../shared/domain/access'
import { isConsentInForce, POLICY_VERSION, type Purpose } from '../../shared/domain/consent'
import {
  type Handover,
  isOver,
  mayBeginHandover,
  mayCancelHandover,
  mayTellHandover,
  needsNewConsent,
  tellCount,
} from '../../shared/domain/handover'
import type { MemberId, PersonId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'

const [lin, wang] = ['rep-lin', 'rep-wang'] as unknown as [MemberId, MemberId]
const NOW = 1_795_000_000_000
const DAY_MS = 86_400_000

const begin = (change: Partial<Parameters<typeof mayBeginHandover>[0]> = {}) =>
  mayBeginHandover({
    from: { _id: lin, role: 'rep' },
    to: { _id: wang, role: 'rep', leftAt: null },
    sameCompany: true,
    written: 3,
    previous: null,
    ...change,
  })

test.each<[string, Parameters<typeof begin>[0], string | null]>([
  ['to a colleague of the same firm', {}, null],
  ['the same again', { previous: { state: 'passing', toId: wang } }, null],
  ['after one that was cancelled', { previous: { state: 'cancelled', toId: lin } }, null],
  ['to another firm, with nothing written down', { sameCompany: false, written: 0 }, null],
  ['to another firm, with contacts written down', { sameCompany: false }, 'contacts-of-company'],
  ['to herself', { to: { _id: lin, role: 'rep' } }, 'same-rep'],
  ['of an editor', { from: { _id: lin, role: 'editor' } }, 'no-such-rep'],
  ['to an editor', { to: { _id: wang, role: 'editor' } }, 'no-such-rep'],
  ['to who has left', { to: { _id: wang, role: 'rep', leftAt: NOW } }, 'successor-gone'],
  ['while another follows', { previous: { state: 'passed', toId: 'rep-x' as MemberId } }, 'handover-under-way'],
])('a handover %s', (_, change, reason) => {
  expect(begin(change)).toEqual(reason === null ? { ok: true } : { ok: false, reason })
})

test.each<[string, Partial<Handover>, number, string | null]>([
  ['before anything has passed', {}, 3, null],
  ['with nothing to pass, and nobody has answered', { contacts: 0, told: 2 }, 0, null],
  ['one contact has passed', {}, 2, 'already-passed'],
  ['a customer agreed', { contacts: 0, agreed: 1 }, 0, 'already-passed'],
  ['a customer declined', { contacts: 0, declined: 1 }, 0, 'already-passed'],
  ['it was cancelled before', { state: 'cancelled' }, 3, 'no-handover'],
])('cancelling: %s', (_, change, written, reason) => {
  const handover = { state: 'passing' as const, contacts: 3, agreed: 0, declined: 0, ...change }
  expect(mayCancelHandover(handover, written)).toEqual(reason === null ? { ok: true } : { ok: false, reason })
})

const agreed = {
  withdrawnAt: null,
  policyVersion: POLICY_VERSION,
  purposes: ['reading'] as Purpose[],
  franchise: false,
}
const asking = { state: 'passed' as const, beganAt: NOW - 5 * DAY_MS, toId: wang }
const told = (daysAgo: number, toldOf = wang) => ({ ...agreed, toldAt: NOW - daysAgo * DAY_MS, toldOf })

test.each<[string, Parameters<typeof mayTellHandover>[0], Partial<typeof asking> | { state: 'cancelled' }, string]>([
  ['never told', agreed, {}, 'first'],
  ['told an hour ago', told(1 / 24), {}, 'still'],
  ['told two days ago', told(2), {}, 'no'],
  ['told 29 days ago', told(29), { beganAt: NOW - 40 * DAY_MS }, 'no'],
  ['told 30 days ago', told(30), { beganAt: NOW - 40 * DAY_MS }, 'first'],
  ['told of another who was to follow', told(2, lin), {}, 'first'],
  ['has withdrawn', { ...agreed, withdrawnAt: NOW }, {}, 'no'],
  ['agreed to an older notice', { ...agreed, policyVersion: '2020-01' }, {}, 'no'],
  ['has said yes', { ...agreed, passTo: wang }, {}, 'no'],
  ['the handover was cancelled', agreed, { state: 'cancelled' }, 'no'],
  ['half a year has gone by', agreed, { beganAt: NOW - 180 * DAY_MS }, 'no'],
])('told on an article: %s', (_, consent, change, expected) => {
  expect(mayTellHandover(consent, { ...asking, ...change }, NOW)).toBe(expected)
})

test('she is never told twice within 30 days, but for the day on which she is told', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 * DAY_MS }), { maxLength: 40 }), (gaps) => {
      let [now, consent, tellings] = [
        asking.beganAt,
        { ...agreed } as Parameters<typeof mayTellHandover>[0],
        [] as number[],
      ]
      for (const gap of gaps) {
        now += gap
        if (mayTellHandover(consent, asking, now) !== 'first') continue
        tellings.push(now)
        consent = { ...consent, toldAt: now, toldOf: wang }
      }
      for (const [i, at] of tellings.entries())
        expect(at - (tellings[i - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(30 * DAY_MS)
      expect(tellings.every((at) => !isOver(asking, at))).toBe(true)
    }),
  )
})

test('a consent that names another firm, or another brand, is no consent to this one', () => {
  const own = { company: '东方', brand: '东方' }
  expect(needsNewConsent(own, own)).toBe(false)
  expect(needsNewConsent(own, { company: '西城', brand: '东方' })).toBe(true)
  expect(needsNewConsent({ company: '西城', brand: '东方' }, { company: '西城', brand: '北方' })).toBe(true)
})

test('a copy on its way is in force for nobody', () => {
  expect(isConsentInForce(agreed)).toBe(true)
  expect(isConsentInForce({ ...agreed, arriving: true })).toBe(false)
  expect(isConsentInForce({ ...agreed, arriving: false })).toBe(true)
})

test('who has left may do nothing that a member may', () => {
  const member = (change: object): Member =>
    ({ _id: lin, name: '林', role: 'rep', storeId: null, tone: 'warm', ...change }) as Member
  const call = (who: 'rep' | 'editor', change: object) =>
    mayCall(who, { kind: 'member', member: member(change), personId: 'p' as PersonId, via: 'mini' }).ok
  expect([call('rep', {}), call('rep', { leftAt: null }), call('rep', { leftAt: NOW })]).toEqual([true, true, false])
  expect(call('editor', { role: 'editor', leftAt: NOW })).toBe(false)
})

test.each([
  [0, 0],
  [1, 'few'],
  [2, 'few'],
  [3, 3],
])('%i customers are told as %s', (n, expected) => {
  expect(tellCount(n)).toBe(expected)
})
