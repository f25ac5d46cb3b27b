// Does a rep's ladder stand on what she did, and never on what was passed on or read?
import { dayAfter, dayOf, instantOf } from '../../shared/domain/day'
import { costOf } from '../support/cost'
import { cardFor, write } from '../support/known-readers'
import { newToken, publish, report, reportOf } from '../support/scenes'
import { type As, lin, nobody, startWorld, type World, wang } from '../support/world'

let world: World
const [REP, DAY_MS, today] = ['rep-lin', 86_400_000, dayOf(Date.now())]
const ago = (days: number) => instantOf(dayAfter(today, -days), '12:00')
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

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
    expect((await costOf(world, see)).requests).toBeLessThanOrEqual(15)
  })
})
