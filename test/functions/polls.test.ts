// From a question to the picture everybody sees: who may speak, what is told when, and is a voice gone once taken back?
import { dayOf } from '../../shared/domain/day'
import { costOf } from '../support/cost'
import { agePicture, speak, touchSums } from '../support/poll-voices'
import { editor, hua, lin, manager, mei, startWorld, type World, wang } from '../support/world'

const DAY_MS = 86_400_000
const VERSION = '2026-12-v1'
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const options = [
  { id: 'park', text: '公园' },
  { id: 'museum', text: '博物馆' },
]
const draft = (pollId: string, change: object = {}) => ({
  ...{ pollId, rev: 0, question: '周末带孩子去哪儿', options, whoMayVote: 'all', closesAt: Date.now() + 7 * DAY_MS },
  ...change,
})
const ask = async (pollId: string, change: object = {}) => {
  await world.ask('hq', 'poll.save', draft(pollId, change), editor)
  return world.ask('hq', 'poll.open', { pollId, rev: 1 }, editor)
}
const tick = () => world.emulator.fireTimer('jobs')
/** What a busy machine does not count at one tick it counts at the next. */
const tickUntil = async (isSo: () => Promise<boolean>) => {
  for (let n = 0; n < 20 && !(await isSo()); n++) await tick()
}
const ballotsOf = async (pollId: string) =>
  (await world.database.collection('ballots').where({ pollId }).limit(100).get()).data as {
    _id: string
    agreement: { proofId: string }
  }[]
const say = (pollId: string, optionId: string, change: object = {}) => ({
  ...{ pollId, optionId, reason: null, agreedTo: VERSION },
  ...change,
})
const seen = (pollId: string, as: typeof mei | null = mei) => world.ask('reader', 'poll.see', { pollId }, as)
const day = (daysAgo: number) => dayOf(Date.now() - daysAgo * DAY_MS)

describe('a question', () => {
  test.each([
    ['投票有奖：周末去哪儿', 'poll-reward'],
    ['转发集赞选一个', 'poll-spreading'],
    ['哪家是全国最佳', 'poll-advert'],
  ])('%s is refused: %s', async (question, reason) => {
    expect(await world.refusal('hq', 'poll.save', draft('bad', { question }), editor)).toMatchObject({ reason })
  })

  test('is changed as it was seen only, and no more once it is open; each turn is on the record once', async () => {
    const said = draft('turns')
    await world.ask('hq', 'poll.save', said, editor)
    await world.ask('hq', 'poll.save', said, editor) // the answer was lost
    expect(await world.refusal('hq', 'poll.save', draft('turns', { question: '别的' }), editor)).toMatchObject({
      reason: 'stale-version',
    })
    const opened = await world.ask('hq', 'poll.open', { pollId: 'turns', rev: 1 }, editor)
    expect(await world.ask('hq', 'poll.open', { pollId: 'turns', rev: 1 }, editor)).toEqual(opened)
    const late = await world.refusal('hq', 'poll.save', draft('turns', { rev: 2 }), editor)
    expect([opened.state, late.reason]).toEqual(['open', 'poll-not-so'])
    const closed = await world.ask('hq', 'poll.close', { pollId: 'turns', rev: 2 }, editor)
    expect(closed.state).toBe('closed')
    expect(
      await world.refusal('rep', 'poll.vote', { pollId: 'turns', optionId: 'park', reason: null }, lin),
    ).toMatchObject({
      reason: 'poll-not-open',
    })
    const acts = (await world.docs('audits')).filter(({ of }) => of === 'poll.turns').map(({ act }) => act)
    expect(acts).toEqual(['poll.saved', 'poll.opened', 'poll.closed'])
  })

  test('to customers is one that reps may look at, and the other way round nobody outside sees it', async () => {
    await ask('theirs', { whoMayVote: 'customers' })
    await ask('ours', { whoMayVote: 'reps' })
    const { polls } = await world.ask('rep', 'poll.list', {}, lin)
    const mayVote = Object.fromEntries(polls.map((one) => [one.pollId, one.mayVote]))
    expect(mayVote).toMatchObject({ theirs: false, ours: true })
    expect(
      await world.refusal('rep', 'poll.vote', { pollId: 'theirs', optionId: 'park', reason: null }, lin),
    ).toMatchObject({ reason: 'poll-not-for-you' })
    expect(await world.refusal('reader', 'poll.see', { pollId: 'ours' }, mei)).toMatchObject({ reason: 'no-such-poll' })
    expect(await world.refusal('hq', 'poll.list', {}, manager)).toMatchObject({ reason: 'not-your-role' })
  })
})

describe('a customer', () => {
  beforeAll(() => ask('hers'))

  test('looks without agreeing to anything, and nothing of her is stored', async () => {
    expect(await seen('hers', null)).toMatchObject({ picture: null, mayVote: true, voice: null, version: VERSION })
    expect(await seen('hers')).toMatchObject({ mayVote: true, voice: null, poll: { firm: '东方母婴有限公司' } })
    const refused = await world.refusal('reader', 'poll.vote', say('hers', 'park', { agreedTo: null }), mei)
    const old = await world.refusal('reader', 'poll.vote', say('hers', 'park', { agreedTo: '2020' }), mei)
    expect([refused.reason, old.reason]).toEqual(['voice-not-agreed', 'policy-changed'])
    expect(await ballotsOf('hers')).toEqual([])
  })

  test('who is staff speaks as staff', async () => {
    expect(await world.refusal('reader', 'poll.vote', say('hers', 'park'), lin)).toMatchObject({
      reason: 'staff-voice',
    })
  })

  test('speaks, changes her mind, and sees what it was before; the same again changes nothing', async () => {
    await world.ask('reader', 'poll.vote', say('hers', 'park'), mei)
    await world.ask('reader', 'poll.vote', say('hers', 'museum', { agreedTo: null, reason: '下雨也能去' }), mei)
    await world.ask('reader', 'poll.vote', say('hers', 'museum', { agreedTo: null, reason: '下雨也能去' }), mei)
    const { voice } = await seen('hers')
    expect(voice?.moves.map(({ optionId }) => optionId)).toEqual(['park', 'museum'])
    expect(voice).toMatchObject({ reason: '下雨也能去', isReasonShown: true })
    const { voices: own } = await world.ask('reader', 'poll.voices', {}, mei)
    expect(own.map(({ question, choices }) => [question, choices.map(({ text }) => text)])).toEqual([
      ['周末带孩子去哪儿', ['公园', '博物馆']],
    ])
    expect((await seen('hers', hua)).voice).toBeNull()
  })

  test('takes it back: a proof that leads to nobody is all that stays', async () => {
    const [{ _id, agreement } = { _id: '', agreement: { proofId: '' } }] = await ballotsOf('hers')
    expect(await world.ask('reader', 'poll.take-back', { pollId: 'hers' }, mei)).toEqual({ taken: true })
    expect(await world.ask('reader', 'poll.take-back', { pollId: 'hers' }, mei)).toEqual({ taken: false })
    const proof = await world.doc('consents', `proof.${agreement.proofId}`)
    expect(proof).toMatchObject({ policyVersion: VERSION, purposes: ['voice'] })
    expect(await world.doc('ballots', _id)).toBeNull()
    expect(JSON.stringify(proof)).not.toContain(_id.split('.')[1])
  })

  test.each([
    ['consent.withdraw', {}],
    ['privacy.erase', { readingIds: [] }],
  ] as const)('who says %s has no voice anywhere any more', async (action, input) => {
    await world.ask('reader', 'poll.vote', say('hers', 'park'), hua)
    const payload = action === 'privacy.erase' ? { readingIds: ['a'.repeat(20)] } : input
    await world.ask('reader', action, payload, hua)
    expect((await seen('hers', hua)).voice).toBeNull()
    expect(await world.ask('reader', 'poll.voices', {}, hua)).toEqual({ voices: [] })
  })
})

describe('the picture', () => {
  beforeAll(() => ask('trip'))

  test('is none of four voices, and with the fifth is there, without a reason that was not let pass', async () => {
    await speak(world, 'trip', 4, { said: [[5, 'park']], from: 'first' })
    await tick()
    expect(await seen('trip')).toMatchObject({ picture: null, isWaiting: true })
    await speak(world, 'trip', 4, { said: [[4, 'park']], from: 'second' })
    await tick()
    const { picture, isWaiting } = await seen('trip', null)
    expect(picture).toEqual({
      ...{ voices: 8, moved: 0, flows: [], steps: [{ day: day(4), by: [8, 0] }] },
      reasons: expect.arrayContaining([{ option: 0, text: 'first 第 0 条' }]),
    })
    expect([isWaiting, JSON.stringify(picture).includes('第 1 条')]).toEqual([false, false])
    expect((await world.ask('rep', 'poll.see', { pollId: 'trip' }, lin)).picture).toEqual(picture)
    expect((await world.ask('hq', 'poll.see', { pollId: 'trip' }, editor)).picture).toEqual(picture)
  })

  test('does not tell of one more voice, only of five', async () => {
    const before = (await seen('trip')).picture
    await agePicture(world, 'trip', 3.5)
    await speak(world, 'trip', 4, { said: [[3, 'museum']], from: 'third' })
    await tick()
    expect(await seen('trip')).toMatchObject({ picture: before, isWaiting: true })
    await speak(world, 'trip', 3, { said: [[2, 'museum']], from: 'fourth' })
    await tick()
    const { picture } = await seen('trip')
    expect(picture?.steps).toEqual([
      { day: day(4), by: [8, 0] },
      { day: day(2), by: [8, 7] },
    ])
  })

  test('of a voice said just now is none until it has settled', async () => {
    const before = (await seen('trip')).picture
    await speak(world, 'trip', 6, { said: [[0, 'park']], from: 'fresh' })
    await tick()
    expect((await seen('trip')).picture).toEqual(before)
  })

  test('shows who changed her mind when it is five, and loses who takes her voice back at once', async () => {
    const said: [number, string][] = [
      [5, 'park'],
      [1, 'museum'],
    ]
    await speak(world, 'trip', 6, { said, from: 'moved' })
    await tick()
    const before = (await seen('trip')).picture
    expect(before).toMatchObject({ voices: 21, moved: 6, flows: [{ from: 0, to: 1, people: 6 }] })
    const [hers] = (await ballotsOf('trip')).filter(({ _id }) => _id.startsWith('trip.person-moved'))
    // she is whoever calls with this person's id: here the job of forgetting her
    await world.database
      .collection('ballots')
      .doc(hers?._id ?? '')
      .remove()
    await touchSums(world, 'trip', [hers?._id ?? ''])
    await tick()
    expect((await seen('trip')).picture).toMatchObject({ voices: 20, moved: 5 })
  })

  test('costs three documents, however many have spoken; 700 are counted part by part', async () => {
    await ask('many')
    await speak(world, 'many', 700, { said: [[2, 'park']], from: 'many' })
    await tickUntil(async () => (await seen('many')).picture !== null)
    expect((await seen('many')).picture).toMatchObject({ voices: 700 })
    const { requests, docsRead } = await costOf(world, () => seen('many'))
    expect(requests).toBeLessThanOrEqual(4)
    expect(docsRead).toBeLessThanOrEqual(3)
    expect((await costOf(world, tick)).docsRead).toBeLessThan(700)
  })
})

describe('when it is over', () => {
  test('whoever takes her voice back is in the picture no more', async () => {
    await ask('over')
    await speak(world, 'over', 6, { said: [[3, 'park']], from: 'over' })
    await world.ask('reader', 'poll.vote', say('over', 'park'), mei)
    const id = (await ballotsOf('over')).find(({ _id }) => !_id.includes('person-'))?._id ?? ''
    const at = Date.now() - 2 * DAY_MS
    await world.database
      .collection('ballots')
      .doc(id)
      .update({ at, moves: [{ at, optionId: 'park' }] })
    await touchSums(world, 'over', [id])
    await tick()
    await world.database
      .collection('polls')
      .doc('over')
      .update({ closesAt: Date.now() - DAY_MS })
    await tick()
    expect(await world.doc('polls', 'over')).toMatchObject({ state: 'closed' })
    expect((await seen('over')).picture).toMatchObject({ voices: 7 })
    await world.ask('reader', 'poll.take-back', { pollId: 'over' }, mei)
    expect((await seen('over')).picture).toMatchObject({ voices: 6 })
  })

  test('half a year later nobody’s voice is left, and the picture stays', async () => {
    const before = (await seen('over')).picture
    await world.database.collection('polls').doc('over').update({ sweepAt: 1 })
    await tickUntil(async () => (await world.doc('polls', 'over'))?.sweepAt === null)
    expect(await ballotsOf('over')).toEqual([])
    expect((await seen('over')).picture).toEqual(before)
    expect(await world.doc('polls', 'over')).toMatchObject({ sweepAt: null })
  })

  test('what is withdrawn is seen by nobody, and every voice in it goes', async () => {
    await world.ask('hq', 'poll.withdraw', { pollId: 'many', rev: 2 }, editor)
    expect(await world.refusal('reader', 'poll.see', { pollId: 'many' }, mei)).toMatchObject({ reason: 'no-such-poll' })
    await tickUntil(async () => (await world.doc('polls', 'many'))?.sweepAt === null)
    expect(await world.database.collection('ballots').where({ pollId: 'many' }).count()).toMatchObject({ total: 0 })
  })

  test('a rep who leaves has no voice any more', async () => {
    await ask('leaver')
    await world.ask('rep', 'poll.vote', { pollId: 'leaver', optionId: 'park', reason: null }, wang)
    await world.ask('hq', 'handover.begin', { fromId: 'rep-wang', toId: 'rep-lin' }, editor)
    await tick()
    expect(await ballotsOf('leaver')).toEqual([])
  })
})
