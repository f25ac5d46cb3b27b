// Who at HQ may see and change whom, and how does a member bind her phone? Through the door, with every step signed.
import { newId } from '../support/scenes'
import { type As, approver, editor, lin, manager, mei, otherEditor, startWorld, type World } from '../support/world'

/** Functions start cold, and the machine may be busy. */
const SETTLED_MS = 240_000

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.ask('hq', 'region.save', { regionId: 'south', rev: 0, name: '华南', parentId: null }, editor)
}, SETTLED_MS)
afterAll(() => world.stop())

const draft = (change: object = {}) => ({
  ...{ name: '新同事', role: 'rep', kind: 'guide', storeId: 'store-east', teamId: null, tone: 'warm' },
  ...{ labels: [], code: '', account: '', scope: null },
  ...change,
})
const save = (as: As, memberId: string, change: object, rev = 0) =>
  world.call('hq', 'member.save', { memberId, rev, member: draft(change) }, as)
const reasonOf = async (as: As, memberId: string, change: object, rev = 0) => {
  const reply = await save(as, memberId, change, rev)
  return reply.ok ? 'ok' : reply.error.reason
}
const acts = async (of: string) => (await world.docs('audits')).filter((one) => one.of === of).map(({ act }) => act)
const newMember = () => `member-${newId(8)}`

test('regions nest, take names once, and go only when nothing lies in them', async () => {
  const region = { regionId: 'canton', rev: 0, name: '广州', parentId: 'south' }
  const saved = await world.ask('hq', 'region.save', region, editor)
  expect(await world.ask('hq', 'region.save', region, editor)).toEqual(saved) // the same again is the same
  const twin = { regionId: 'twin', rev: 0, name: '广州', parentId: 'south' }
  expect(await world.refusal('hq', 'region.save', twin, editor)).toMatchObject({ reason: 'name-in-use' })
  const inItself = { regionId: 'south', rev: 1, name: '华南', parentId: 'canton' }
  expect(await world.refusal('hq', 'region.save', inItself, editor)).toMatchObject({ reason: 'region-in-itself' })
  const stale = { ...region, rev: 7, name: '广州市' }
  expect(await world.refusal('hq', 'region.save', stale, editor)).toMatchObject({ reason: 'stale-version' })
  expect(await world.refusal('hq', 'region.drop', { regionId: 'south' }, editor)).toMatchObject({ reason: 'not-empty' })
  expect(await world.ask('hq', 'region.drop', { regionId: 'canton' }, editor)).toEqual({ dropped: true })
  expect(await acts('region.canton')).toEqual(expect.arrayContaining(['region.saved', 'region.dropped']))
})

test('a store moves to a region and keeps its firm', async () => {
  const { stores } = await world.ask('hq', 'org.see', {}, editor)
  const west = stores.find(({ storeId }) => storeId === 'store-west')
  if (!west) throw new Error('no store')
  const { name, company, brand, kind } = west
  const store = { name, company, brand, kind, regionId: 'south' }
  const saved = await world.ask('hq', 'store.save', { storeId: 'store-west', rev: 0, store }, editor)
  expect(saved).toMatchObject({ regionId: 'south', rev: 1 })
  const other = { ...store, company: '另一家' }
  expect(
    await world.refusal('hq', 'store.save', { storeId: 'store-west', rev: 1, store: other }, editor),
  ).toMatchObject({
    reason: 'firm-stays',
  })
})

test('only an approver makes anyone of HQ, and nobody changes her own role', async () => {
  const her = newMember()
  const hq = { role: 'manager', storeId: null, scope: { of: 'region', id: 'south' } }
  expect(await reasonOf(editor, her, hq)).toBe('not-your-role')
  expect(await reasonOf(manager, her, hq)).toBe('not-your-role')
  expect(await reasonOf(approver, her, { ...hq, scope: null })).toBe('scope-needed')
  expect(await reasonOf(approver, her, { ...hq, scope: { of: 'region', id: 'nowhere' } })).toBe('scope-not-there')
  expect(await reasonOf(approver, her, hq)).toBe('ok')
  expect(await reasonOf(approver, 'approver-1', { name: '周主任', role: 'editor', storeId: null })).toBe('own-role')
  expect(await reasonOf(approver, her, { ...hq, scope: { of: 'firm' } }, 1)).toBe('ok')
  expect(await acts(`member.${her}`)).toEqual(['member.saved', 'member.scope'])
})

test('two who change the same person at once are told, and nothing is lost', async () => {
  const her = newMember()
  await save(editor, her, {})
  const both = await Promise.all([
    reasonOf(editor, her, { labels: ['甲'] }, 1),
    reasonOf(otherEditor, her, { labels: ['乙'] }, 1),
  ])
  expect(both.sort()).toEqual(['ok', 'stale-version'])
  // one waited for the other: what she saw was no longer so, and the log tells nothing of what was not done
  expect(await acts(`member.${her}`)).toEqual(['member.saved', 'member.saved'])
})

test('a code and an account are one person’s, a team is of her store', async () => {
  await world.ask('hq', 'team.save', { teamId: 'east-1', rev: 0, name: '一组', storeId: 'store-east' }, manager)
  const [one, two] = [newMember(), newMember()]
  expect(await reasonOf(editor, one, { code: 'C100', account: 'c.100', teamId: 'east-1' })).toBe('ok')
  expect(await reasonOf(editor, two, { code: 'C100' })).toBe('code-in-use')
  expect(await reasonOf(editor, two, { account: 'c.100' })).toBe('account-in-use')
  expect(await reasonOf(editor, two, { storeId: 'store-west', teamId: 'east-1' })).toBe('team-of-another-store')
  expect(await reasonOf(editor, two, { storeId: null })).toBe('store-needed')
  expect(await world.refusal('hq', 'team.drop', { teamId: 'east-1' }, editor)).toMatchObject({ reason: 'not-empty' })
})

describe('a manager of the east street store', () => {
  const listed = async (asked: object = {}) =>
    (await world.ask('hq', 'member.list', asked, manager)).members.map(({ memberId }) => memberId)

  test('sees its reps and nobody else’s, whatever she asks for', async () => {
    expect(await listed()).toEqual(expect.arrayContaining(['rep-lin', 'rep-wang']))
    for (const asked of [{}, { storeId: 'store-west' }, { regionId: 'south' }, { role: 'approver' }, { find: '赵' }])
      expect(await listed(asked)).not.toEqual(expect.arrayContaining([expect.stringMatching(/zhao|approver|editor/)]))
    const org = await world.ask('hq', 'org.see', {}, manager)
    expect(org.stores.map(({ storeId }) => storeId)).toEqual(['store-east'])
    expect(org.regions).toEqual([])
  })

  test('neither looks at, changes, invites nor hands over whoever is elsewhere', async () => {
    const out = { code: 'forbidden', reason: 'outside-your-scope' }
    expect(await world.refusal('hq', 'member.see', { memberId: 'rep-zhao' }, manager)).toMatchObject(out)
    expect(await world.refusal('hq', 'member.invite', { memberId: 'rep-zhao' }, manager)).toMatchObject(out)
    expect(await reasonOf(manager, 'rep-zhao', { storeId: 'store-west' })).toBe('outside-your-scope')
    expect(await reasonOf(manager, 'rep-lin', { name: '林小满', storeId: 'store-west' })).toBe('outside-your-scope')
    const away = { fromId: 'rep-lin', toId: 'rep-zhao' }
    expect(await world.refusal('hq', 'handover.begin', away, manager)).toMatchObject(out)
    const from = { fromId: 'rep-zhao', toId: 'rep-lin' }
    expect(await world.refusal('hq', 'handover.begin', from, manager)).toMatchObject(out)
    expect(await world.refusal('hq', 'handover.cancel', { fromId: 'rep-zhao' }, manager)).toMatchObject(out)
    expect(await world.refusal('hq', 'member.list', { successorsOf: 'rep-zhao' }, manager)).toMatchObject(out)
    expect(await world.refusal('hq', 'member.invite', { memberId: 'approver-1' }, manager)).toMatchObject({
      code: 'forbidden',
    })
    const team = { teamId: 'west-1', rev: 0, name: '一组', storeId: 'store-west' }
    expect(await world.refusal('hq', 'team.save', team, manager)).toMatchObject(out)
  })
})

test('of HQ’s people an approver lets go, never herself, and reps leave by their handover', async () => {
  const her = newMember()
  await save(approver, her, { role: 'editor', storeId: null })
  const file = await world.ask('hq', 'member.end', { memberId: her }, approver)
  expect(file.leftAt).not.toBeNull()
  expect(await world.refusal('hq', 'member.end', { memberId: 'approver-1' }, approver)).toMatchObject({
    reason: 'own-role',
  })
  expect(await world.refusal('hq', 'member.end', { memberId: 'rep-lin' }, approver)).toMatchObject({
    reason: 'rep-leaves-by-handover',
  })
  expect(await reasonOf(approver, her, { role: 'editor', storeId: null }, 1)).toBe('already-left')
})

describe('a code that binds her WeChat', () => {
  const hire = async (): Promise<string> => {
    const her = newMember()
    await save(editor, her, { name: '待绑定' })
    return her
  }
  const phone = () => ({ openid: `oOpenidOf${newId(12)}` })
  const bind = (code: string, as: As) => world.call('rep', 'invite.bind', { code }, as)

  test('opens her account once, however it is typed, and is nowhere kept in the clear', async () => {
    const [her, as] = [await hire(), phone()]
    const { code, until } = await world.ask('hq', 'member.invite', { memberId: her }, manager)
    expect(until - Date.now()).toBeGreaterThan(47 * 3_600_000)
    expect(JSON.stringify(await world.docs('invites'))).not.toContain(code)
    expect(JSON.stringify(await world.docs('audits'))).not.toContain(code)
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
    expect(await bind(typed, as)).toMatchObject({ ok: true, data: { name: '待绑定', storeName: '东街店' } })
    expect(await world.ask('rep', 'me.see', {}, as)).toMatchObject({ name: '待绑定' })
    expect(await bind(code, phone())).toMatchObject({ ok: false, error: { reason: 'invite-used' } })
    expect(await acts(`member.${her}`)).toEqual(['member.saved', 'member.invited', 'member.bound'])
    expect(await world.ask('hq', 'member.see', { memberId: her }, manager)).toMatchObject({
      wechat: true,
      invite: null,
    })
  })

  test('a new one makes the one before worthless, and a new phone the old one', async () => {
    const [her, first, second] = [await hire(), phone(), phone()]
    const old = await world.ask('hq', 'member.invite', { memberId: her }, editor)
    const fresh = await world.ask('hq', 'member.invite', { memberId: her }, editor)
    expect(await bind(old.code, first)).toMatchObject({ ok: false, error: { reason: 'no-such-invite' } })
    expect(await bind(fresh.code, first)).toMatchObject({ ok: true })
    const again = await world.ask('hq', 'member.invite', { memberId: her }, editor)
    expect(await bind(again.code, second)).toMatchObject({ ok: true })
    expect(await world.refusal('rep', 'me.see', {}, first)).toMatchObject({ code: 'unauthenticated' })
    expect(await world.ask('rep', 'me.see', {}, second)).toMatchObject({ name: '待绑定' })
  })

  test('is refused when over, and for who is staff already', async () => {
    const her = await hire()
    const { code } = await world.ask('hq', 'member.invite', { memberId: her }, editor)
    expect(await bind(code, lin)).toMatchObject({ ok: false, error: { reason: 'already-bound' } })
    expect(await bind(code, { uid: 'account-lin' })).toMatchObject({ ok: false, error: { reason: 'already-bound' } })
    const doc = (await world.docs('invites')).find(({ memberId }) => memberId === her)
    await world.database
      .collection('invites')
      .doc(String(doc?._id))
      .update({ until: Date.now() - 1 })
    expect(await bind(code, phone())).toMatchObject({ ok: false, error: { reason: 'invite-expired' } })
  })

  test('five wrong ones are enough for an hour, and then a right one does not help', async () => {
    const her = await hire()
    const { code } = await world.ask('hq', 'member.invite', { memberId: her }, editor)
    for (let i = 0; i < 5; i++)
      expect(await bind('AAAA2222', mei)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await bind(code, mei)).toMatchObject({ ok: false, error: { code: 'too-many', reason: 'invite-tries' } })
    // of whoever typed them nothing is kept that leads back to her
    expect(JSON.stringify(await world.docs('invites'))).not.toContain(mei.openid)
  })

  test('two phones at once with the same code: one is her', async () => {
    const her = await hire()
    const { code } = await world.ask('hq', 'member.invite', { memberId: her }, editor)
    const replies = await Promise.all([phone(), phone(), phone()].map((as) => bind(code, as)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await world.docs('identities')).filter(({ memberId }) => memberId === her)).toHaveLength(1)
    expect(await acts(`member.${her}`)).toEqual(['member.saved', 'member.invited', 'member.bound'])
  })

  test('a code that somebody else used just before binds nobody, and the log says nothing of it', async () => {
    const her = await hire()
    const { code } = await world.ask('hq', 'member.invite', { memberId: her }, editor)
    const invite = (await world.docs('invites')).find(({ memberId }) => memberId === her)
    await world.database
      .collection('invites')
      .doc(String(invite?._id))
      .update({ usedAt: Date.now(), usedBy: 'another' })
    expect(await bind(code, phone())).toMatchObject({ ok: false, error: { reason: 'invite-used' } })
    expect(await acts(`member.${her}`)).not.toContain('member.bound')
  })
})
