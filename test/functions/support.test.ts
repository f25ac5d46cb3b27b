// Does a key person's tier stand on what she gave others, never on what she passed on, and bring just the support it holds?
import { POLICY_VERSION } from '../../shared/domain/consent'
import { readerIdOf } from '../../shared/domain/ids'
import { KOL_DEFAULTS } from '../../shared/domain/kol'
import type { Reader } from '../../shared/domain/reader'
import { costOf } from '../support/cost'
import { cardFor, getToKnow, phone, write } from '../support/known-readers'
import { newId, newToken, publish, report, reportOf } from '../support/scenes'
import { type As, type Doc, editor, lin, manager, mei, nobody, startWorld, type World, wang } from '../support/world'

let world: World
const REP = 'rep-lin'
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

describe('key people', () => {
  const list = (contactId?: string, as: As = lin) => world.ask('rep', 'kol.list', contactId ? { contactId } : {}, as)
  const one = async (contactId: string) => (await list(contactId)).people[0]
  const help = (contactId: string, of = 'service', entryId = `help-${newId(10)}`) =>
    world.ask('rep', 'kol.note', { entryId, contactId, of, note: '教新妈妈用背带', agoMs: 0 }, lin)
  const give = (contactId: string, supportId: string, entryId = `give-${newId(10)}`) => ({
    entryId,
    contactId,
    supportId,
    agoMs: 0,
  })
  let wanjie: string
  beforeAll(async () => {
    wanjie = await write(world, '万姐')
  })

  test('helping others lifts her; the same note twice is one, and taken back it is none', async () => {
    await help(wanjie, 'service', 'help-1')
    await help(wanjie, 'service', 'help-1')
    expect(await one(wanjie)).toMatchObject({ tier: null, found: { count: 1, kinds: 1 }, due: [] })
    await help(wanjie, 'meeting', 'help-2')
    expect(await one(wanjie)).toMatchObject({ tier: 'warm', due: KOL_DEFAULTS.tiers[0]?.support })
    expect(await world.ask('rep', 'kol.undo', { entryId: 'help-2' }, lin)).toEqual({ dropped: true })
    expect(await world.ask('rep', 'kol.undo', { entryId: 'help-2' }, lin)).toEqual({ dropped: false })
    expect(await one(wanjie)).toMatchObject({ tier: null })
    await help(wanjie, 'meeting', 'help-3')
  })

  test('what her tier holds is given and kept on file with when; what it does not hold is refused', async () => {
    const first = await world.ask('rep', 'kol.give', give(wanjie, 'first-look', 'give-1'), lin)
    expect(await world.ask('rep', 'kol.give', give(wanjie, 'first-look', 'give-1'), lin)).toEqual(first)
    expect(await world.refusal('rep', 'kol.give', give(wanjie, 'column'), lin)).toMatchObject({
      reason: 'support-not-due',
    })
    expect(await one(wanjie)).toMatchObject({
      due: [{ supportId: 'answers', name: '专家答疑' }],
      given: [{ entryId: 'give-1', name: '先看新内容', at: first.at }],
    })
    expect(await world.doc('supports', 'give-1')).toMatchObject({ byId: REP, contactId: wanjie })
    expect((await world.call('rep', 'kol.list', { contactId: wanjie }, wang)).ok).toBe(false)
    expect(await world.ask('rep', 'kol.undo', { entryId: 'give-1' }, wang)).toEqual({ dropped: false })
  })

  test('passing on and being read by many lifts nobody', async () => {
    const before = await one(wanjie)
    const { postId } = await publish(world)
    const card = await cardFor(world, postId, wanjie)
    for (let i = 0; i < 8; i++) {
      const below = newToken()
      await world.ask('reader', 'share.record', { token: below, parentToken: card, channel: 'chat-card' }, nobody)
      await report(world, [reportOf({ postId, token: below })], nobody)
    }
    expect(await one(wanjie)).toEqual(before)
  })

  test('what stands on file of a customer counts while she agrees, and goes with her agreement at once', async () => {
    const { postId } = await publish(world)
    const { contactId } = await getToKnow(world, await cardFor(world, postId), mei)
    const reader = ((await world.docs('readers')) as unknown as Reader[]).find(
      ({ link }) => link.contactId === contactId,
    )
    const personId = reader?.personId ?? ''
    const offer = {
      by: 'customer',
      repId: null,
      storeId: null,
      personId,
      state: 'accepted',
      at: 1,
      decidedAt: 2,
      rev: 1,
    }
    await world.add('submissions', [
      { ...offer, _id: 'offer-mei' },
      { ...offer, _id: 'offer-new', state: 'new' },
    ])
    const ballot = {
      pollId: 'poll-9',
      part: 1,
      memberId: null,
      personId,
      moves: [],
      reason: '因为',
      agreement: null,
      at: 3,
    }
    await world.add('ballots', [
      { ...ballot, _id: 'poll-9.mei', isReasonShown: true },
      { ...ballot, _id: 'poll-8.mei', isReasonShown: false },
    ])
    const seen = await one(contactId)
    expect(seen).toMatchObject({ tier: 'warm', found: { count: 2, kinds: 2 } })
    expect(seen?.because.map(({ of, what, entryId }) => [of, what, entryId])).toEqual([
      ['reason', '', null],
      ['submission', '', null],
    ])
    expect(JSON.stringify(await list())).not.toContain(personId)
    await world.ask('reader', 'privacy.tags', { repId: REP, on: false }, mei)
    expect(await one(contactId)).toMatchObject({ tier: null, found: { count: 0, kinds: 0 } })
    await world.ask('reader', 'privacy.tags', { repId: REP, on: true }, mei)
    expect(await one(contactId)).toMatchObject({ tier: 'warm' })
    await world.ask('reader', 'consent.withdraw', {}, mei)
    expect((await list()).people.map(({ who }) => who.contactId)).not.toContain(contactId)
  })

  test('of a contact that goes, every line goes', async () => {
    const { postId } = await publish(world)
    const hong = phone('Hong')
    const { contactId } = await getToKnow(world, await cardFor(world, postId), hong)
    await help(contactId)
    await world.ask('reader', 'consent.withdraw', {}, hong)
    expect((await world.docs('supports')).filter((entry) => entry.contactId === contactId)).toEqual([])
  })
})

describe('HQ', () => {
  const save = (change: object) => ({ ...KOL_DEFAULTS, ...change })
  const named = (name: string) =>
    KOL_DEFAULTS.tiers.map((rule, n) => (n === 0 ? { ...rule, support: [{ supportId: 'a', name }] } : rule))

  test('writes tiers and support: nothing for passing on, no barred word, only over what it saw, and signed', async () => {
    const refused = async (tiers: object) => (await world.refusal('hq', 'kol.save', save({ tiers }), editor)).reason
    expect(await refused(named('转发三次先看'))).toBe('support-for-forwarding')
    expect(await refused(named('最佳专家'))).toBe('kol-word')
    const tiers = named('新品先试')
    expect(await world.ask('hq', 'kol.save', save({ tiers }), editor)).toMatchObject({ rev: 1 })
    expect(await world.ask('hq', 'kol.save', save({ tiers }), editor)).toMatchObject({ rev: 1 })
    expect(await refused(named('线下答疑'))).toBe('stale-version')
    expect(await world.ask('hq', 'kol.see', {}, editor)).toEqual({ tiers, rev: 1 })
    const acts = (await world.docs('audits')).filter(({ act }) => act === 'kol.saved')
    expect(acts.map(({ facts }) => JSON.stringify(facts))).toEqual([expect.stringContaining('新品先试')])
  })

  test('sees counts alone, fewer than five as few, and a manager only of her part', async () => {
    const sum = (n: number, storeId: string, warm: number) => ({
      ...{ _id: `rep-${n}`, storeId, teamId: null, at: Date.now() },
      ...{ tiers: { warm, companion: 0, leader: 0 }, given: [{ supportId: 'a', name: '新品先试', times: warm }] },
    })
    await world.add('supportsums', [sum(7, 'store-east', 6), sum(8, 'store-west', 9)])
    await world.database.collection('supportsums').doc(REP).remove()
    const see = (as: As) => world.ask('hq', 'support.see', {}, as)
    expect((await see(editor)).whole).toEqual({
      tiers: [
        { tier: 'warm', people: 15 },
        { tier: 'companion', people: 0 },
        { tier: 'leader', people: 0 },
      ],
      given: [{ supportId: 'a', name: '新品先试', times: 15 }],
    })
    expect((await see(manager)).whole.tiers[0]).toEqual({ tier: 'warm', people: 5 })
    await world.database.collection('supportsums').doc('rep-7').update({ 'tiers.warm': 4 })
    expect((await see(manager)).whole.tiers[0]).toEqual({ tier: 'warm', people: 'few' })
  })

  test('what is a day old the timer counts anew, and who left is counted no more', async () => {
    const old = { storeId: 'store-east', teamId: null, at: 0, given: [], tiers: { warm: 9, companion: 9, leader: 9 } }
    await world.add('supportsums', [{ _id: 'rep-gone', ...old }])
    await world.database.collection('supportsums').doc('rep-wang').set(old)
    await world.emulator.fireTimer('jobs')
    expect(await world.doc('supportsums', 'rep-gone')).toBeNull()
    expect(await world.doc('supportsums', 'rep-wang')).toMatchObject({
      tiers: { warm: 0, companion: 0, leader: 0 },
      at: expect.closeTo(Date.now(), -5),
    })
  })
})

test('a thousand contacts who all read and helped take few questions', async () => {
  const many = Array.from({ length: 1_000 }, (_, n) => n)
  const personOf = (n: number) => `${n}`.padStart(64, 'f')
  const readerOf = (n: number) => readerIdOf(...([REP, personOf(n)] as unknown as Parameters<typeof readerIdOf>))
  const given = {
    storeId: 'store-east',
    company: '东方母婴有限公司',
    brand: '东方母婴有限公司',
    franchise: false,
    scene: 1,
  }
  const rows: Record<string, (n: number) => Doc> = {
    contacts: (n: number) => ({
      ...{ _id: `many-${n}`, repId: REP, remark: `客户${n}`, createdAt: n, namedAt: n, origin: 'rep', readers: 1 },
      ...{ tags: [], homeId: null },
    }),
    consents: (n: number) => ({
      ...{ _id: readerOf(n), repId: REP, personId: personOf(n), policyVersion: POLICY_VERSION, ...given },
      ...{ purposes: ['reading', 'tags'], givenAt: n, withdrawnAt: null, keptUntil: null, proofId: `${n}` },
    }),
    readers: (n: number) => ({
      ...{ _id: readerOf(n), key: `key-${n}`, repId: REP, personId: personOf(n), createdAt: n, lastReadAt: n },
      link: { contactId: `many-${n}`, certainty: 'named', also: [], likely: [], denied: [] },
      ...{ selfName: null, linkRev: 0, tagsOn: true, muted: [], entries: {}, interests: {}, warmth: 0, rev: 0 },
      stale: false,
    }),
    supports: (n: number) => ({
      ...{ _id: `many-${n}`, repId: REP, contactId: `many-${n}`, kind: 'helped', what: 'service', name: '', note: '' },
      ...{ at: n, writtenAt: n, byId: REP },
    }),
  }
  for (const [name, rowOf] of Object.entries(rows))
    for (let from = 0; from < many.length; from += 100) await world.add(name, many.slice(from, from + 100).map(rowOf))
  const { answer, requests } = await costOf(world, () => world.ask('rep', 'kol.list', {}, lin))
  expect(answer.people).toHaveLength(200)
  expect(requests).toBeLessThanOrEqual(30) // 25 alone, two more where a spread stands; one for each contact would be a thousand
})
