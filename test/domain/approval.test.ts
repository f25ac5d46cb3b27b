// Who may let a version out alone, who may decide about it, and when does an approval hold no longer?
import {
  decideAs,
  isApproved,
  isOwnWork,
  mayAnswerFor,
  mayDecide,
  mayGoAlone,
  submitAs,
} from '../../shared/domain/approval'
import type { MemberId } from '../../shared/domain/ids'
import type { Review } from '../../shared/domain/review'

const [ann, ben, cat] = ['ann', 'ben', 'cat'] as MemberId[] as [MemberId, MemberId, MemberId]
const wish = { publishAt: null, signed: [], reason: '' }
const blank = { version: 2, state: 'draft' as const, createdBy: ann, review: null, recalledAt: null }
const submitted = submitAs(blank, wish, { by: ann, byName: '安', at: 10 })
const decided = (state: 'approved' | 'returned', at = 20): Review =>
  decideAs(submitted, { state, notes: '' }, { by: ben, byName: '本', at })
const post = (review: Review | null, change: object = {}) => ({
  ...{ version: 2, state: 'draft' as const, createdBy: ann, review, recalledAt: null },
  ...change,
})
const sign = [{ severity: 'sign' as const }]

test.each([
  ['no risk, no review', post(null), [], true],
  ['only a hint', post(null), [{ severity: 'hint' as const }], true],
  ['a risk', post(null), sign, 'needs-approval'],
  ['handed in', post(submitted), [], 'under-review'],
  ['given back', post(decided('returned')), [], 'needs-approval'],
  ['approved, with its risk', post(decided('approved')), sign, true],
  ['another version was approved', post(decided('approved'), { version: 3 }), sign, 'needs-approval'],
  ['recalled since', post(decided('approved'), { recalledAt: 30 }), sign, 'needs-approval'],
])('alone: %s', (_, of, risks, expected) => {
  const decision = mayGoAlone(of, risks)
  expect(decision.ok || decision.reason).toBe(expected)
})

test.each([
  ['somebody else', post(submitted), ben, 2, true],
  ['who handed it in', post(submitted), ann, 2, 'own-work'],
  [
    'who saved it last',
    post(submitted, { saved: { by: cat, byName: '', at: 1, restoredFrom: null } }),
    cat,
    2,
    'own-work',
  ],
  ['who wrote some of it in between', post(submitted, { writers: [ann, cat] }), cat, 2, 'own-work'],
  ['who wrote it first', post(submitted, { createdBy: cat }), cat, 2, 'own-work'],
  ['of an older version', post(submitted), ben, 1, 'stale-version'],
  ['before it was handed in', post(null), ben, 2, 'not-submitted'],
  ['after it was given back', post(decided('returned')), ben, 2, 'not-submitted'],
  ['after it went out', post(submitted, { state: 'live' }), ben, 2, 'not-submitted'],
])('deciding: %s', (_, of, by, version, expected) => {
  const decision = mayDecide(of, { version, by })
  expect(decision.ok || decision.reason).toBe(expected)
})

test('an approval holds for its version until it is recalled', () => {
  expect(isApproved(post(decided('approved')))).toBe(true)
  expect(isApproved(post(decided('approved'), { version: 3 }))).toBe(false)
  expect(isApproved(post(decided('approved'), { recalledAt: 21 }))).toBe(false)
  expect(isOwnWork(post(submitted), ben)).toBe(false)
})

const risk = (id: string, severity: 'block' | 'sign' | 'hint', where: 'text' | 'image' = 'text') => ({
  ...{ id, severity, where },
})
test.each([
  ['nothing found', [], { signed: [], reason: '' }, true],
  ['a barred word', [risk('a', 'block')], { signed: ['a'], reason: '有' }, 'words-blocked'],
  ['a child without consent', [risk('m', 'block', 'image')], { signed: ['m'], reason: '有' }, 'minor-unproven'],
  ['a reason without a tick', [risk('a', 'sign')], { signed: [], reason: '有' }, 'words-unsigned'],
  ['a tick without a reason', [risk('a', 'sign')], { signed: ['a'], reason: ' ' }, 'words-unsigned'],
  ['both', [risk('a', 'sign'), risk('b', 'hint')], { signed: ['a'], reason: '有' }, true],
])('answering: %s', (_, risks, by, expected) => {
  const decision = mayAnswerFor(risks, by)
  expect(decision.ok || decision.reason).toBe(expected)
})
