// Does a rep's ladder stand on what she did, and a key person's tier on what she gave; and never on what was passed on?

import { spent } from '../../emulator'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { dayAfter, dayOf, instantOf } from '../../shared/domain/day'
import { readerIdOf } from '../../shared/domain/ids'
import { KOL_DEFAULTS } from '../../shared/domain/kol'
import type { Reader } from '../../shared/domain/reader'
import { cardFor, getToKnow, phone, write } from '../support/known-readers'
import { newId, newToken, publish, report, reportOf } from '../support/scenes'
import { type As, type Doc, editor, lin, manager, mei, nobody, startWorld, type World, wang } from '../support/world'

let world: World
const [REP, DAY_MS, today] = ['rep-lin', 86_400_000, dayOf(Date.now())]
const ago = (days: number) => instantOf(dayAfter(today, -days), '12:00')
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const requestsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = world.emulator.meter()
  await work()
  const { dbRequests } = spent(world.emulator.meter(), before)
  return Object.values(dbRequests).reduce((n, count) => n + count, 0)
}

describe('her own ladder', () => {
  const see = (as: As = lin) => world.ask('rep', 'ladder.see', {}, as)
  const stepOf = async (as: As = lin) => (await see(as)).step
  const told = (n: number, end: string, reason = 'deep') => ({
    ...{ _id: `${REP}.${dayAfter(today, -n)}`, repId: REP, day: dayAfter(today, -n), madeAt: 1, lookedAt: 1 },
    ...{ talks: [], rest: [], rev: 1 },
    told: [{ contactId: 'c', reason, playbookId: null, end, at: ago(n) }],
  })
  const promise = (n: number) => ({
    ...{ _id: `promise-${n}`, repId: REP, contactId: 'c', text: `答应的第 ${n} 件`, dueDay: dayAfter(today, -n) },
    ...{ madeAt: 1, keptAt: ago(n), open: false },
  })

  test('begins with nothing and one thing to do', async () => {
    expect(await see()).toMatchObject({ step: null, next: 'promise' })
  })

  test('unanswered talks, talks about passing on, posting and many contacts count for nothing', async () => {
    await world.add('talkdays', [told(20, 'silent'), told(21, 'talked', 'thanks'), told(22, 'dealt', 'introduce')])
    const kit = { postId: 'p', version: 1, repId: REP, text: '原文', dealt: '原文', dealtAt: ago(3), postedAt: ago(2) }
    await world.add('kits', [{ _id: `p.1.${REP}`, ...kit }])
    await write(world, '王姐')
    expect((await see()).rungs.flatMap(({ because }) => because)).toEqual([])
  })

  test('talks she was answered in and promises kept are told with their day', async () => {
    await world.add('talkdays', [told(1, 'talked'), told(2, 'booked'), told(40, 'dealt')])
    await world.add('promises', [promise(1), promise(3)])
    const { step, rungs, next } = await see()
    expect([step, next]).toEqual(['achievement', 'submission'])
    expect(rungs[0]?.because[0]).toMatchObject({ of: 'talk', at: ago(1) })
    expect(rungs[0]?.because.find(({ of }) => of === 'promise')).toEqual({
      of: 'promise',
      at: ago(1),
      what: '答应的第 1 件',
    })
    expect(await stepOf(wang)).toBeNull()
  })

  test('however much is passed on and read, nothing changes', async () => {
    const { asOf: _, ...before } = await see()
    const { postId } = await publish(world)
    const token = await cardFor(world, postId)
    for (let i = 0; i < 8; i++) {
      const below = newToken()
      await world.ask('reader', 'share.record', { token: below, parentToken: token, channel: 'chat-card' }, nobody)
      await report(world, [reportOf({ postId, token: below })], nobody)
    }
    const { asOf: __, ...after } = await see()
    expect(after).toEqual(before)
  })

  test('offers taken, a post that thanks her and votes lift her', async () => {
    const { postId } = await publish(world)
    const offer = { by: 'rep', repId: REP, storeId: 'store-east', personId: null, state: 'accepted', words: '一招' }
    await world.add('submissions', [{ ...offer, _id: 'offer-1', at: ago(9), decidedAt: ago(8), postId, rev: 1 }])
    const ballot = (n: number, moves: number) => ({
      ...{ _id: `poll-${n}.${REP}`, pollId: `poll-${n}`, part: 1, memberId: REP, personId: null, reason: null },
      ...{ isReasonShown: false, at: ago(n), agreement: null },
      moves: Array.from({ length: moves }, (_, i) => ({ at: ago(n) + i, optionId: `${i}` })),
    })
    await world.add('polls', [{ _id: 'poll-1', question: '换季先讲保湿吗', state: 'open', at: 1 }])
    await world.add('ballots', [ballot(1, 1), ballot(2, 2)])
    const { step, rungs } = await see()
    expect(step).toBe('presence')
    expect(rungs[2]?.found).toEqual({ count: 5, kinds: 4 })
    expect(rungs[2]?.because.map(({ of, what }) => `${of} ${what}`)).toEqual(
      expect.arrayContaining(['vote 换季先讲保湿吗', 'credit 周末遛娃清单']),
    )
  })

  test('an exercise counts from when it was ticked; taken back it does not', async () => {
    const count = async () => (await see()).rungs[0]?.found.count
    const before = Number(await count())
    const tick = (on: boolean) => world.ask('rep', 'coach.tick', { exercise: 'write-promise', on }, lin)
    await tick(true)
    expect(await count()).toBe(before + 1)
    await tick(false)
    expect(await count()).toBe(before)
  })

  test('what is taken back within its time goes; what has grown old stays without its source', async () => {
    await world.database.collection('promises').doc('promise-1').update({ open: true, keptAt: null })
    expect((await see()).rungs[0]?.found).toMatchObject({ count: 4 })
    await world.database
      .collection('promises')
      .doc('promise-1')
      .update({ open: false, keptAt: ago(1) })
    await see()
    const ladder = await world.doc('ladders', REP)
    const kept = (ladder?.kept ?? []) as { of: string; at: number }[]
    await world.database
      .collection('ladders')
      .doc(REP)
      .update({ kept: world.database.command.set(kept.map((one) => ({ ...one, at: one.at - 200 * DAY_MS }))) })
    for (const name of ['talkdays', 'promises']) await world.database.collection(name).where({ repId: REP }).remove()
    await world.database.collection('ballots').where({ memberId: REP }).remove()
    expect(await stepOf()).toBe('presence')
    expect(JSON.stringify(await world.doc('ladders', REP))).not.toMatch(/promise-|poll-|答应|contact/)
  })

  test('takes few questions', async () => {
    expect(await requestsOf(() => see())).toBeLessThanOrEqual(15)
  })
})

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
    expect((await world.call('rep', 'kol.undo', { entryId: 'give-1' }, wang)).ok).toBe(false)
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
  let people = 0
  const requests = await requestsOf(async () => {
    people = (await world.ask('rep', 'kol.list', {}, lin)).people.length
  })
  expect(people).toBe(200)
  expect(requests).toBeLessThanOrEqual(30) // 25 alone, two more where a spread stands; one for each contact would be a thousand
})
