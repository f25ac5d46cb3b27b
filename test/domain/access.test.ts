// Who may do what? The whole table, and everyone it does not name is refused.
import {
  type Caller,
  mayCall,
  mayKnowReader,
  mayOpenContact,
  mayReadContact,
  mayReadPost,
  mayTakeKit,
  type Who,
} from '../../shared/domain/access'
import { NOWHERE } from '../../shared/domain/audience'
import type { MemberId, PersonId, StoreId } from '../../shared/domain/ids'
import type { Role } from '../../shared/domain/member'
import type { PostState } from '../../shared/domain/post'

const store = (id: string) => id as StoreId
const rep = (id: string) => id as MemberId
const member = (role: Role, storeId: string | null = 'east'): Extract<Caller, { kind: 'member' }> => ({
  kind: 'member',
  personId: 'p' as PersonId,
  via: 'mini',
  member: { _id: rep('m'), name: '', role, storeId: storeId === null ? null : store(storeId), tone: 'warm' },
})
const callers = {
  visitor: { kind: 'visitor' },
  person: { kind: 'person', personId: 'p' as PersonId, via: 'mini' },
  rep: member('rep'),
  editor: member('editor'),
  approver: member('approver', null),
  manager: member('manager', null),
  timer: { kind: 'timer' },
} satisfies Record<string, Caller>

describe('which caller may use which kind of action', () => {
  const table: Record<Who, Record<keyof typeof callers, string>> = {
    anyone: {
      visitor: 'yes',
      person: 'yes',
      rep: 'yes',
      editor: 'yes',
      approver: 'yes',
      manager: 'yes',
      timer: 'not-your-role',
    },
    person: {
      visitor: 'sign-in-needed',
      person: 'yes',
      rep: 'yes',
      editor: 'yes',
      approver: 'yes',
      manager: 'yes',
      timer: 'not-your-role',
    },
    rep: {
      visitor: 'sign-in-needed',
      person: 'sign-in-needed',
      rep: 'yes',
      editor: 'not-your-role',
      approver: 'not-your-role',
      manager: 'not-your-role',
      timer: 'not-your-role',
    },
    editor: {
      visitor: 'sign-in-needed',
      person: 'sign-in-needed',
      rep: 'not-your-role',
      editor: 'yes',
      approver: 'yes',
      manager: 'not-your-role',
      timer: 'not-your-role',
    },
    approver: {
      visitor: 'sign-in-needed',
      person: 'sign-in-needed',
      rep: 'not-your-role',
      editor: 'not-your-role',
      approver: 'yes',
      manager: 'not-your-role',
      timer: 'not-your-role',
    },
    desk: {
      visitor: 'sign-in-needed',
      person: 'sign-in-needed',
      rep: 'not-your-role',
      editor: 'yes',
      approver: 'yes',
      manager: 'yes',
      timer: 'not-your-role',
    },
  }
  const cells = Object.entries(table).flatMap(([who, row]) =>
    Object.entries(row).map(([caller, answer]) => ({ who, caller, answer })),
  )
  test.each(cells)('$who · $caller → $answer', ({ who, caller, answer }) => {
    const decision = mayCall(who as Who, callers[caller as keyof typeof callers])
    expect(decision.ok ? 'yes' : decision.reason).toBe(answer)
  })
})

test('a rep reads her own contacts only', () => {
  expect(mayReadContact(rep('a'), { repId: rep('a') })).toEqual({ ok: true })
  expect(mayReadContact(rep('a'), { repId: rep('b') })).toEqual({ ok: false, reason: 'not-yours' })
})

test.each<[string, boolean, string]>([
  ['a', true, 'yes'],
  ['a', false, 'consent-gone'],
  ['b', true, 'not-yours'],
  ['b', false, 'not-yours'],
])('rep a and a reader of rep %s whose consent is in force: %s → %s', (repId, isConsenting, answer) => {
  const decision = mayKnowReader(rep('a'), { repId: rep(repId) }, isConsenting)
  expect(decision.ok ? 'yes' : decision.reason).toBe(answer)
})

test.each<['reader' | 'rep', string, number, number, string]>([
  ['reader', 'a', 1, 1, 'yes'],
  ['reader', 'a', 2, 1, 'yes'],
  ['reader', 'a', 1, 0, 'consent-gone'],
  ['reader', 'a', 0, 0, 'yes'], // her phone is somebody else's now; what is left is the rep's own remark
  ['rep', 'a', 0, 0, 'yes'],
  ['rep', 'a', 1, 0, 'yes'],
  ['rep', 'b', 1, 1, 'not-yours'],
  ['reader', 'b', 0, 0, 'not-yours'],
])(
  'rep a and a contact by %s of rep %s, %i linked, %i consenting → %s',
  (origin, repId, linked, consenting, answer) => {
    const decision = mayOpenContact(rep('a'), { repId: rep(repId), origin }, { linked, consenting })
    expect(decision.ok ? 'yes' : decision.reason).toBe(answer)
  },
)

test.each<[PostState | null, string]>([
  ['live', 'yes'],
  ['recalled', 'post-gone'],
  ['expired', 'post-gone'],
  ['draft', 'no-such-post'],
  ['scheduled', 'no-such-post'],
  [null, 'no-such-post'],
])('a reader and a post that is %s → %s', (state, answer) => {
  const decision = mayReadPost(state && { state })
  expect(decision.ok ? 'yes' : decision.reason).toBe(answer)
})

describe('which rep may take a kit', () => {
  const cases: [string, PostState, string[], Caller & { kind: 'member' }, string][] = [
    ['every store', 'live', [], member('rep'), 'yes'],
    ['her store', 'live', ['west', 'east'], member('rep'), 'yes'],
    ['another store', 'live', ['west'], member('rep'), 'not-for-your-store'],
    ['a rep without a store, every store', 'live', [], member('rep', null), 'yes'],
    ['a rep without a store, one store', 'live', ['east'], member('rep', null), 'not-for-your-store'],
    ['a draft', 'draft', [], member('rep'), 'not-published'],
    ['scheduled', 'scheduled', [], member('rep'), 'not-published'],
    ['recalled', 'recalled', [], member('rep'), 'not-published'],
    ['an editor', 'live', [], member('editor'), 'not-your-role'],
  ]
  test.each(cases)('%s', (_, state, storeIds, caller, answer) => {
    const decision = mayTakeKit(caller.member, { state, audience: { storeIds: storeIds.map(store) } }, NOWHERE)
    expect(decision.ok ? 'yes' : decision.reason).toBe(answer)
  })
})
