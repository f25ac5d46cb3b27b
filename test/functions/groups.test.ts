// What does a rep know of her groups? Counts from three up, in the real functions; whose group it is, and HQ's plan for it.
import { dayOf } from '../../shared/domain/day'
import { countReadings, newId, newToken, publish, report, reportOf, share } from '../support/scenes'
import {
  type As,
  editor,
  hua,
  lin,
  linOnWeb,
  mei,
  otherEditor,
  startWorld,
  type World,
  wang,
  zhao,
} from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const WORDS = { name: '早安妈妈', theme: '早八点育儿', rules: ['不发广告：大家是来聊娃的'] }
const makeGroup = async (to: object = {}, as: As = lin): Promise<string> => {
  const groupId = newId(16)
  await world.ask('rep', 'group.save', { groupId, from: {}, to: { ...WORDS, ...to } }, as)
  return groupId
}
const shareInto = async (postId: string, groupId: string | null, as: As = lin) =>
  (await world.ask('rep', 'share.record', { token: newToken(), postId, channel: 'chat-card', groupId }, as)).token
/** So many people, nobody of them known, open a card for two minutes each. */
const open = async (postId: string, token: string, times: number) => {
  for (let n = 0; n < times; n++)
    await report(world, [reportOf({ postId, token }, { agoMs: 60_000 })], { openid: `oSomeone${newId(12)}` })
}
const see = (groupId: string, as: As = lin) => world.ask('rep', 'group.see', { groupId }, as)
const listed = async (groupId: string, as: As = lin) =>
  (await world.ask('rep', 'group.list', {}, as)).groups.find((group) => group.groupId === groupId)

describe('her groups', () => {
  test('are what she names them, and stay so when said twice', async () => {
    const groupId = await makeGroup()
    const again = await world.ask('rep', 'group.save', { groupId, from: {}, to: WORDS }, linOnWeb)
    expect(again).toEqual({ group: { ...again.group, ...WORDS, rev: again.group.rev, met: false }, replaced: [] })
    expect(await listed(groupId)).toEqual(again.group)
  })

  test('said on two phones, the last holds and is told what it replaced', async () => {
    const groupId = await makeGroup()
    await world.ask('rep', 'group.save', { groupId, from: { name: WORDS.name }, to: { name: '早安' } }, linOnWeb)
    const late = { groupId, from: { name: WORDS.name, theme: WORDS.theme }, to: { name: '妈妈', theme: '绘本' } }
    const { group, replaced } = await world.ask('rep', 'group.save', late, lin)
    expect([group.name, group.theme, replaced]).toEqual(['妈妈', '绘本', ['name']])
    expect((await world.ask('rep', 'group.save', late, lin)).replaced).toEqual([])
  })

  test('are archived, stand last, and come back', async () => {
    const groupId = await makeGroup()
    const other = await makeGroup()
    const archive = (archived: boolean) => world.ask('rep', 'group.archive', { groupId, archived }, lin)
    const { archivedAt } = await archive(true)
    expect(archivedAt).not.toBeNull()
    expect((await archive(true)).archivedAt).toBe(archivedAt)
    const ids = (await world.ask('rep', 'group.list', {}, lin)).groups.map((group) => group.groupId)
    expect(ids.indexOf(groupId)).toBeGreaterThan(ids.indexOf(other))
    expect((await archive(false)).archivedAt).toBeNull()
  })

  test("are nobody else's: another rep finds none of that name", async () => {
    const groupId = await makeGroup()
    const { _id } = await publish(world).then(({ postId }) => ({ _id: postId }))
    const refusals = await Promise.all([
      world.refusal('rep', 'group.see', { groupId }, wang),
      world.refusal('rep', 'group.save', { groupId, from: {}, to: { name: '我的' } }, wang),
      world.refusal('rep', 'group.archive', { groupId, archived: true }, wang),
      world.refusal('rep', 'group.tick', { groupId, day: '2026-11-21', itemId: 'a', done: true }, wang),
      world.refusal('rep', 'share.record', { token: newToken(), postId: _id, channel: 'link', groupId }, wang),
    ])
    for (const refused of refusals) expect(refused).toMatchObject({ code: 'not-found', reason: 'no-such-group' })
    expect(await listed(groupId, wang)).toBeUndefined()
    expect((await listed(groupId))?.name).toBe(WORDS.name)
  })

  test('take no words WeChat forbids, name no child, and need a name', async () => {
    const groupId = newId(16)
    const risky = { groupId, from: {}, to: { ...WORDS, rules: ['违规测试词'] } }
    expect(await world.refusal('rep', 'group.save', risky, lin)).toMatchObject({ reason: 'unsafe-text' })
    const child = { groupId, from: {}, to: { ...WORDS, rules: ['优优上阳光幼儿园，接娃时不聊'] } }
    expect(await world.refusal('rep', 'group.save', child, lin)).toMatchObject({ reason: 'child-facts' })
    const nameless = { groupId, from: {}, to: { theme: '绘本' } }
    expect(await world.refusal('rep', 'group.save', nameless, lin)).toMatchObject({ reason: 'no-such-group' })
    expect(await listed(groupId)).toBeUndefined()
  })
})

describe('counts', () => {
  test('come from the cards sent there and from what was passed on below them, from three up', async () => {
    const groupId = await makeGroup()
    const [{ postId: read }, { postId: hardly }] = [await publish(world), await publish(world)]
    const [card, quiet, elsewhere] = [
      await shareInto(read, groupId),
      await shareInto(hardly, groupId),
      await share(world, read),
    ]
    await open(read, card, 2)
    await open(hardly, quiet, 2)
    await open(read, elsewhere, 5)
    const passedOn = newToken()
    await world.ask('reader', 'share.record', { token: passedOn, parentToken: card, channel: 'chat-card' }, mei)
    await open(read, passedOn, 2)
    await countReadings(world)
    const { posts, shares, opens, deep, columns } = await see(groupId)
    expect({ shares, opens, deep }).toEqual({ shares: 2, opens: 4, deep: 4 })
    expect(posts[0]).toMatchObject({ postId: read, title: '周末遛娃清单', column: '亲子', opens: 4, deep: 4 })
    expect(posts[0]?.sections).toEqual([
      { heading: '公园', readings: 4, ms: 160_000 },
      { heading: '河边', readings: 4, ms: 80_000 },
    ])
    expect(posts[1]).toMatchObject({ postId: hardly, opens: null, deep: null, sections: [] })
    expect(columns).toEqual([{ column: '亲子', posts: 2, opened: 1, hours: [expect.objectContaining({ opens: 4 })] }])
  })

  test('of a card for one contact nothing is summed by section, hour or day', async () => {
    const { postId } = await publish(world)
    const { contactId } = await world.ask('rep', 'contact.create', { contactId: newId(16), remark: '优优妈妈' }, lin)
    const bound = { token: newToken(), postId, channel: 'chat-card' as const, contactId }
    await world.ask('rep', 'share.record', bound, lin)
    const both = { ...bound, token: newToken(), groupId: await makeGroup() }
    expect(await world.refusal('rep', 'share.record', both, lin)).toMatchObject({ reason: 'card-for-one' })
    await open(postId, bound.token, 3)
    await countReadings(world)
    const tally = (await world.docs('tallies')).find(({ _id }) => _id === `share.${bound.token}.`)
    expect(tally).toMatchObject({ readings: 3 })
    expect([tally?.sections, tally?.hours, tally?.days]).toEqual([undefined, undefined, undefined])
  })
})

describe('a card opened in a WeChat group', () => {
  /** As WeChat hands it on: what the cloudID stands for in its place. */
  const openIn = (openGId: string, token: string, as: As) =>
    world.send(
      'reader',
      { action: 'post.read', payload: { token }, groupCard: { cloudID: 'x', data: { openGId } } },
      as,
    )
  const hashOf = async (groupId: string) => (await world.docs('groups')).find(({ _id }) => _id === groupId)?.hash

  test('makes the group known by a hash, by which later cards of hers count to it', async () => {
    const groupId = await makeGroup()
    const { postId } = await publish(world)
    const [into, without] = [await shareInto(postId, groupId), await share(world, postId)]
    expect(await openIn('oGid-first', into, mei)).toMatchObject({ ok: true })
    expect(await hashOf(groupId)).toMatch(/^[\w-]{22}$/)
    expect((await listed(groupId))?.met).toBe(true)
    expect((await see(groupId)).shares).toBe(1)
    await openIn('oGid-first', without, hua)
    await openIn('oGid-first', without, mei)
    expect((await see(groupId)).shares).toBe(2)
  })

  test('is forgotten with a group she keeps no longer, and told anew once she keeps it again', async () => {
    const groupId = await makeGroup()
    const { postId } = await publish(world)
    const archive = (archived: boolean) => world.ask('rep', 'group.archive', { groupId, archived }, lin)
    const card = await shareInto(postId, groupId)
    await openIn('oGid-kept', card, mei)
    await archive(true)
    await openIn('oGid-kept', card, mei)
    expect(await hashOf(groupId)).toBeNull()
    await archive(false)
    await openIn('oGid-kept', card, mei)
    expect(await hashOf(groupId)).toMatch(/^[\w-]{22}$/)
  })

  test('is believed of the mini program only, once per group, and of her own open cards only', async () => {
    const groupId = await makeGroup()
    const { postId } = await publish(world)
    const card = await shareInto(postId, groupId)
    await openIn('oGid-web', card, otherEditor)
    await openIn('oGid-nobody', card, null)
    expect(await hashOf(groupId)).toBeNull()
    await openIn('oGid-mine', card, mei)
    const hash = await hashOf(groupId)
    await openIn('oGid-other', card, hua)
    expect(await hashOf(groupId)).toBe(hash)
    // passed on by a reader, and sent by another rep: not hers to know
    const passedOn = newToken()
    await world.ask('reader', 'share.record', { token: passedOn, parentToken: card, channel: 'chat-card' }, mei)
    await openIn('oGid-mine', passedOn, mei)
    await openIn('oGid-mine', await share(world, postId, wang), mei)
    expect((await see(groupId)).shares).toBe(1)
  })

  test('leaves nothing of the group as WeChat names it, and nobody beside its hash', async () => {
    const stored = JSON.stringify(
      await Promise.all(['groups', 'shares', 'readings', 'consents', 'readers'].map((name) => world.docs(name))),
    )
    expect(stored).not.toContain('oGid-')
    for (const { hash } of await world.docs('groups'))
      if (typeof hash === 'string') expect(stored.split(hash)).toHaveLength(2)
  })

  test('is read whatever stands in the field', async () => {
    const token = await share(world, (await publish(world)).postId)
    for (const groupCard of [null, 'x', {}, { data: null }, { data: { openGId: 7 } }, { errCode: -601006 }])
      expect(await world.send('reader', { action: 'post.read', payload: { token }, groupCard }, mei)).toMatchObject({
        ok: true,
      })
  })
})

test('what was said in a group is hers to see there, with what a rule found in it', async () => {
  const groupId = await makeGroup()
  const rule = { name: '换房', words: ['看房'], except: [], talk: '问问户型', days: 14, on: true, ruleId: newId(16) }
  await world.ask('rep', 'signal.save', rule, lin)
  const note = { kind: 'group', text: '这周末有人一起去看房吗', agoMs: 0, photos: [], purchase: null, contactId: null }
  const noteId = newId(16)
  await world.ask('rep', 'note.write', { ...note, noteId, groupId }, lin)
  const { notes } = await see(groupId)
  expect(notes).toMatchObject([
    { noteId, groupId, contactId: null, hits: [{ name: '换房', word: '看房', talk: '问问户型' }] },
  ])
  const others = { ...note, noteId: newId(16), groupId }
  expect(await world.refusal('rep', 'note.write', others, wang)).toMatchObject({
    code: expect.stringMatching(/not-found|forbidden/),
  })
})

describe("HQ's plan", () => {
  const everyDay = [1, 2, 3, 4, 5, 6, 7]
  const item = (itemId: string, time: string, change: object = {}) => ({
    ...{ itemId, time, act: `做${itemId}`, playbookId: null, postId: null },
    ...change,
  })
  const save = (planId: string, rev: number, change: object = {}) =>
    world.ask(
      'hq',
      'plan.save',
      {
        planId,
        rev,
        plan: { theme: '绘本', weekdays: everyDay, items: [item('a', '08:30')], storeIds: [], ...change },
      },
      editor,
    )

  test('stands in the groups of its theme today, and what is done is remembered', async () => {
    const { postId } = await publish(world)
    await save('plan-books', 0, { items: [item('late', '20:00'), item('early', '08:30', { postId })] })
    const groupId = await makeGroup({ theme: '绘本' })
    expect((await see(groupId)).today).toEqual({
      day: dayOf(Date.now()),
      items: [
        { ...item('early', '08:30'), postId: undefined, post: { postId, title: '周末遛娃清单' }, done: false },
        { ...item('late', '20:00'), postId: undefined, post: null, done: false },
      ].map(({ postId: _, ...shown }) => shown),
    })
    const tick = (done: boolean) =>
      world.ask('rep', 'group.tick', { groupId, day: dayOf(Date.now()), itemId: 'early', done }, lin)
    expect(await tick(true)).toEqual({ done: ['early'] })
    expect(await tick(true)).toEqual({ done: ['early'] })
    expect((await see(groupId)).today.items.map(({ done }) => done)).toEqual([true, false])
    expect(await tick(false)).toEqual({ done: [] })
    expect((await world.ask('rep', 'group.list', {}, lin)).themes).toContain('绘本')
  })

  test('for one store is for that store', async () => {
    await save('plan-west', 0, { theme: '西城', storeIds: ['store-west'] })
    const [east, west] = [await makeGroup({ theme: '西城' }), await makeGroup({ theme: '西城' }, zhao)]
    expect((await see(east)).today.items).toHaveLength(0)
    expect((await see(west, zhao)).today.items).toHaveLength(1)
  })

  test('is saved only over what was seen; the same request again is no conflict', async () => {
    const first = await save('plan-rev', 0)
    expect(first.rev).toBe(1)
    expect(await save('plan-rev', 0)).toEqual(first)
    expect((await save('plan-rev', 1, { weekdays: [3, 1, 3] })).weekdays).toEqual([1, 3])
    const stale = { theme: '跑步', weekdays: [1], items: [item('a', '08:30')], storeIds: [] }
    expect(await world.refusal('hq', 'plan.save', { planId: 'plan-rev', rev: 1, plan: stale }, editor)).toMatchObject({
      reason: 'stale-version',
    })
    expect(await world.refusal('hq', 'plan.save', { planId: 'nope', rev: 4, plan: stale }, editor)).toMatchObject({
      reason: 'no-such-plan',
    })
    expect(await world.ask('hq', 'plan.drop', { planId: 'plan-rev' }, editor)).toEqual({ dropped: true })
    expect(await world.ask('hq', 'plan.drop', { planId: 'plan-rev' }, editor)).toEqual({ dropped: false })
    const { plans } = await world.ask('hq', 'plan.list', {}, editor)
    expect(plans.map(({ planId }) => planId)).not.toContain('plan-rev')
  })
})
