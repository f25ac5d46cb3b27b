// Whom does a code bind, and for how long is it good?
import type { MemberId } from '../../shared/domain/ids'
import { INVITE_FINISH_MS, type Invite, mayBind, readInvite } from '../../shared/domain/invite'

const NOW = 1_795_000_000_000
const [LIN, WANG] = ['rep-lin', 'rep-wang'] as MemberId[]
const open: Invite = { memberId: LIN as MemberId, until: NOW + 1, usedAt: null, usedBy: null }
const hers = { via: 'mini' as const, isMember: false, alias: 'hers' }

test.each<[string, Invite | null, Partial<typeof hers> | { via?: 'web'; lapsed?: MemberId | undefined }, string]>([
  ['a code that is good', open, {}, 'yes'],
  ['no such code', null, {}, 'no-such-invite'],
  ['one that is over', { ...open, until: NOW }, {}, 'invite-expired'],
  ['a browser', open, { via: 'web' }, 'only-in-wechat'],
  ['an account of hers that lapsed', open, { via: 'web', lapsed: LIN }, 'yes'],
  ['an account of another that lapsed', open, { via: 'web', lapsed: WANG }, 'no-such-invite'],
  ['a WeChat that was another’s and lapsed', open, { lapsed: WANG }, 'yes'],
  ['a WeChat that is somebody here', open, { isMember: true }, 'already-bound'],
  ['one that another used', { ...open, usedAt: NOW - 1, usedBy: 'other' }, {}, 'invite-used'],
  ['one she used just now, and a crash cut off', { ...open, usedAt: NOW - 1, usedBy: 'hers' }, {}, 'yes'],
  ['one she used a while ago', { ...open, usedAt: NOW - INVITE_FINISH_MS, usedBy: 'hers' }, {}, 'invite-used'],
])('%s', (_, invite, change, expected) => {
  const decision = mayBind(invite, { ...hers, ...change }, NOW)
  expect(decision.ok ? 'yes' : decision.reason).toBe(expected)
})

test('a code is read however it is typed', () => {
  expect(readInvite('abcd efgh')).toBe(readInvite('ABCD-EFGH'))
  expect(readInvite('短')).toBe(null)
})
