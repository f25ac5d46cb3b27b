// Every action, every role, own and another store: is each let in where the table says so, and nowhere else? Fails closed for
// who has left, for a manager of nothing and for one of another part of the firm.
import { api, type FunctionName } from '../../shared/contracts'
import { type Caller, mayCall, type Who } from '../../shared/domain/access'
import type { MemberId, PersonId } from '../../shared/domain/ids'
import { type Member, ROLES } from '../../shared/domain/member'
import { ACCESS } from '../support/access-rows'
import { good, type Live } from '../support/good-inputs'
import { fillLive } from '../support/live-world'
import { type As, editor, lin, manager, mei, startWorld, type World, wang, zhao } from '../support/world'

type Row = { name: string; fn: FunctionName; action: string; who: Who; concerns: string }
const rows: Row[] = Object.entries(ACCESS).flatMap(([fn, actions]) =>
  Object.entries(actions).map(([action, [who, concerns]]) => ({
    ...{ name: `${fn}/${action}`, fn: fn as FunctionName, action, who, concerns },
  })),
)
const of = (...kinds: string[]) => rows.filter(({ concerns }) => kinds.includes(concerns))

/** Written out by hand: which role gets through which door. */
const DOORS: Record<Who, readonly string[]> = {
  anyone: ['nobody', 'reader', 'rep', 'editor', 'approver', 'manager', 'gone rep', 'gone approver'],
  person: ['reader', 'rep', 'editor', 'approver', 'manager', 'gone rep', 'gone approver'],
  rep: ['rep'],
  editor: ['editor', 'approver'],
  approver: ['approver'],
  desk: ['editor', 'approver', 'manager'],
}
const member = (role: Member['role'], leftAt: number | null = null): Caller => ({
  ...{ kind: 'member', via: 'web', personId: 'p' as PersonId },
  member: { _id: 'm' as MemberId, name: '她', role, storeId: null, tone: 'warm', leftAt },
})
const CALLERS: Record<string, Caller> = {
  nobody: { kind: 'visitor' },
  timer: { kind: 'timer' },
  reader: { kind: 'person', personId: 'p' as PersonId, via: 'mini' },
  ...Object.fromEntries(ROLES.map((role) => [role, member(role)])),
  'gone rep': member('rep', 5),
  'gone approver': member('approver', 5),
}

describe.each(rows)('$name', ({ fn, action, who }) => {
  const actions: Readonly<Record<string, { who: Who }>> = api[fn]
  test.each(Object.entries(CALLERS))('%s', (name, caller) => {
    expect(mayCall(actions[action]?.who ?? 'approver', caller).ok).toBe(DOORS[who].includes(name))
  })
})

let world: World
let live: Live
const REMARK = '只有小满知道'
const east = { uid: 'account-manager' }
/** She looks after nothing; she after the other store; she is no longer here. */
const lost = { openid: 'oOpenidOfLostManager00000021' }
const away = { openid: 'oOpenidOfAwayManager00000022' }
const gone = { openid: 'oOpenidOfGoneApprover0000023' }
/** Functions start cold, and much has to have happened. */
const SETTLED_MS = 240_000

describe('through the door', () => {
  beforeAll(async () => {
    world = await startWorld()
    const staff = (id: string, as: { openid: string }, change: object) => ({ id, as, change })
    const others = [
      staff('manager-lost', lost, { role: 'manager' }),
      staff('manager-away', away, { role: 'manager', scope: { of: 'store', id: 'store-west' } }),
      staff('approver-gone', gone, { role: 'approver', leftAt: 5 }),
    ]
    await world.add(
      'members',
      others.map(({ id, change }) => ({ _id: id, name: id, storeId: null, tone: 'warm', ...change })),
    )
    await world.add(
      'identities',
      others.map(({ id, as }) => ({ _id: `wx:${as.openid}`, memberId: id })),
    )
    live = await fillLive(world)
    const naming = { eventId: live.eventId, contactId: live.contactId, remark: REMARK }
    await world.ask('rep', 'contact.name', naming, lin)
    await world.ask('hq', 'team.save', { teamId: 'team-1', rev: 0, name: '一组', storeId: 'store-east' }, east)
    await world.ask('hq', 'member.invite', { memberId: 'rep-lin' }, manager)
  }, SETTLED_MS)
  afterAll(() => world.stop())

  /** As it is asked where it is allowed. */
  const inputOf = ({ name }: Row): Record<string, unknown> => {
    const input = good(live)[name]
    if (!input) throw new Error(`no input for ${name}`)
    return name === 'hq/member.list' ? {} : input
  }
  const send = (row: Row, as: As) => world.send(row.fn, { action: row.action, payload: inputOf(row) }, as)

  test('the manager of the east street store is let in where another is not', async () => {
    const seen = await world.ask('hq', 'member.list', {}, manager)
    expect(JSON.stringify(seen)).toContain('林小满')
    expect((await world.ask('hq', 'member.see', { memberId: 'rep-lin' }, manager)).name).toBe('林小满')
  })

  test.each(of('hers'))(
    '$name names what is rep lin’s: neither a colleague of hers nor a rep elsewhere gets at it',
    async (row) => {
      for (const as of [wang, zhao]) expect(await send(row, as)).toMatchObject({ ok: false })
    },
  )

  test.each(of('refused'))(
    '$name names what lies in the east street store: no other manager gets at it',
    async (row) => {
      for (const as of [lost, away])
        expect(await send(row, as)).toMatchObject({
          ok: false,
          error: { code: 'forbidden', reason: 'outside-your-scope' },
        })
    },
  )

  /** What tells of the east street store and whoever works there. */
  const EAST = ['rep-lin', 'rep-wang', '林小满', '王琳', 'store-east', '东街店', REMARK]
  test.each(of('narrowed'))(
    '$name shows a manager of nothing, and one of another store, nothing of the east street store',
    async (row) => {
      for (const as of [lost, away]) {
        const told = JSON.stringify(await send(row, as))
        for (const word of EAST) expect(told).not.toContain(word)
      }
    },
  )

  test.each(of('firm', 'narrowed', 'refused'))(
    '$name is closed to an approver who has left, to reps and to readers',
    async (row) => {
      for (const as of [gone, mei])
        expect(await send(row, as)).toMatchObject({ ok: false, error: { code: 'unauthenticated' } })
      expect(await send(row, lin)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    },
  )

  test.each(of('firm'))('$name, which is about the whole firm, is closed to managers of whatever part', async (row) => {
    for (const as of [manager, lost, away])
      expect(await send(row, as)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })

  test.each(of('self', 'hers').filter(({ who }) => who === 'rep'))('$name is closed to HQ', async (row) => {
    for (const as of [editor, manager, gone]) expect((await send(row, as)).ok).toBe(false)
  })
})
