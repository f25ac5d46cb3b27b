// When may a playbook be saved, go live and be taken back, and what does HQ's cover of what comes with the product?
import type { Playbook } from '../../shared/domain/playbook'
import { coversFor, mayPublishPlay, mayRetirePlay, maySavePlay } from '../../shared/domain/playbook'

const reasonOf = (decision: { ok: true } | { ok: false; reason: string }) => (decision.ok ? 'yes' : decision.reason)
const steps = [{ name: '开口', say: ['您好'], minutes: null }]

test.each<[string, Pick<Playbook, 'version' | 'state'> | null, number, string]>([
  ['a new one', null, 0, 'yes'],
  ['a new one that is there already', { version: 1, state: 'draft' }, 0, 'stale-version'],
  ['one that never was', null, 1, 'stale-version'],
  ['the version that was seen', { version: 2, state: 'draft' }, 2, 'yes'],
  ['another has saved since', { version: 3, state: 'draft' }, 2, 'stale-version'],
  ['a live one', { version: 2, state: 'live' }, 2, 'playbook-live'],
  ['one that was taken back', { version: 2, state: 'retired' }, 2, 'yes'],
])('saving: %s', (_, stored, base, expected) => {
  expect(reasonOf(maySavePlay(stored, base))).toBe(expected)
})

test.each<[string, Partial<Playbook>, number, string]>([
  ['as seen', {}, 2, 'yes'],
  ['another has saved since', {}, 1, 'stale-version'],
  ['without a name', { name: ' ' }, 2, 'name-missing'],
  ['without a step', { steps: [] }, 2, 'line-missing'],
  ['without a line to begin with', { steps: [{ name: '开口', say: [' '], minutes: null }] }, 2, 'line-missing'],
])('going live: %s', (_, change, version, expected) => {
  expect(reasonOf(mayPublishPlay({ version: 2, name: '好久没聊', steps, ...change }, version))).toBe(expected)
})

test.each([
  ['a live one', 'live', 2, 'yes'],
  ['a draft', 'draft', 2, 'not-live'],
  ['one that is gone already', 'retired', 2, 'not-live'],
  ['another version', 'live', 1, 'stale-version'],
] as const)('taking back: %s', (_, state, version, expected) => {
  expect(reasonOf(mayRetirePlay({ version: 2, state }, version))).toBe(expected)
})

const any = { scene: 'thanks', kinds: [], relation: null, value: null } as const
test.each<[string, Partial<Playbook>, Partial<Playbook>, boolean]>([
  ['for anybody covers all of its scene', {}, { relation: 'expert', value: 'company' }, true],
  ['another scene covers nothing', { scene: 'signal' }, {}, false],
  ['one relation does not cover anybody', { relation: 'expert' }, {}, false],
  ['one relation covers its own', { relation: 'expert' }, { relation: 'expert', value: 'company' }, true],
  ['one value does not cover another', { value: 'benefit' }, { value: 'company' }, false],
  ['another kind of rep is not hers', { kinds: ['teacher'] }, {}, false],
  ['her own kind is', { kinds: ['guide'] }, {}, true],
])('%s', (_, wide, narrow, expected) => {
  const whole = (change: Partial<Playbook>) => ({ ...any, kinds: [], ...change })
  expect(coversFor('guide', whole(wide), whole(narrow))).toBe(expected)
})
