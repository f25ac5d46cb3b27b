// A rep with customers, on the day she leaves: one wrote down, one named, one who only reads; what tests of handing over
// start from, and what they look at.
import type { Output } from '../../shared/contracts'
import { POLICY_VERSION } from '../../shared/domain/consent'
import { getToKnow, phone, say, write } from './known-readers'
import { countReadings, newId, publish, share } from './scenes'
import { type As, editor, type World } from './world'

/** A rep of the east store who is about to leave: another one for each test, since instances remember where reps work. */
export type Leaver = { id: string; as: { openid: string } }

export const hireLeaver = async (world: World): Promise<Leaver> => {
  const id = `rep-leaver-${newId(8)}`
  const as = { openid: `oOpenidOf${newId(12)}` }
  await world.add('members', [{ _id: id, name: '许婉清', role: 'rep', storeId: 'store-east', tone: 'warm' }])
  await world.add('identities', [{ _id: `wx:${as.openid}`, memberId: id }])
  return { id, as }
}

export type Left = {
  rep: Leaver
  postId: string
  token: string
  written: string // contact she wrote down herself
  named: string // contact of a reader whom she called by name
  bare: string // contact of a reader nobody has named
  phones: { assigned: As; named: As; bare: As } // assigned: said to be the contact she wrote down
}

export const answerPayload = (answer: 'yes' | 'no', repId: string, purposes = ['reading']) => ({
  repId,
  answer,
  policyVersion: POLICY_VERSION,
  purposes,
})

export const begin = (world: World, fromId: string, toId = 'rep-wang') =>
  world.ask('hq', 'handover.begin', { fromId, toId }, editor)
/** What she says of the handover by this rep. */
export const answer = (world: World, as: As, what: 'yes' | 'no', repId: string) =>
  world.ask('reader', 'handover.answer', answerPayload(what, repId), as)
export const openPost = (world: World, token: string, as: As): Promise<Output<'reader', 'post.read'>> =>
  world.ask('reader', 'post.read', { token }, as)

/** What hangs on a contact, put there as its own actions leave it. */
export const belongTo = async (world: World, contactId: string, repId: string): Promise<void> => {
  const of = { repId, contactId }
  const note = { ...of, groupId: null, photos: [], purchase: null, hits: [], hitAt: null, at: 1, writtenAt: Date.now() }
  await world.add('notes', [
    { ...note, _id: `n-${contactId}`, kind: 'note', text: '爱喝茶' },
    { ...note, _id: `w-${contactId}`, kind: 'words', text: '她说的话' },
  ])
  await world.add('promises', [
    { ...of, _id: `p-${contactId}`, text: '寄小样', dueDay: '2026-12-01', madeAt: 1, keptAt: null, open: true },
  ])
  const day = { month: 5, day: 1, leap: false, leadDays: 3 }
  await world.add('occasions', [
    { ...of, _id: `o-${contactId}`, kind: 'birthday', name: '生日', calendar: 'solar', ...day },
  ])
  await world.add('partners', [
    {
      ...{ ...of, _id: `a-${contactId}`, storeId: 'store-east', personId: null, state: 'active', code: newId(6) },
      ...{ payName: '', termsVersion: null, invitedAt: 1, answeredAt: 1, leftAt: null, rev: 1 },
    },
  ])
  await world.add('sheets', [
    {
      ...{ _id: contactId, repId, source: null, relation: 'expert', value: null, taste: null, cadenceDays: null },
      ...{ quiet: null, answers: {}, groupIds: [], snoozes: {}, rev: 1 },
      touches: [{ id: 'talk.2026-11-01', at: 1, how: 'talked' }],
    },
  ])
}

export const leaveReady = async (world: World): Promise<Left> => {
  const rep = await hireLeaver(world)
  const { postId } = await publish(world, { topics: ['睡眠'] }, `post-${newId(8)}`)
  const token = await share(world, postId, rep.as)
  const phones = { assigned: phone('assigned'), named: phone('named'), bare: phone('bare') }
  const written = await write(world, '写下的王姐', rep.as)
  const one = await getToKnow(world, token, phones.assigned)
  await say(world, 'assign', one.readerKey, written, rep.as)
  const other = await getToKnow(world, token, phones.named)
  const naming = { eventId: newId(20), contactId: other.contactId, remark: '叫她李姐' }
  await world.ask('rep', 'contact.name', naming, rep.as)
  const last = await getToKnow(world, token, phones.bare)
  for (const contactId of [written, other.contactId, last.contactId]) await belongTo(world, contactId, rep.id)
  await world.add('groups', [
    {
      ...{ _id: `g-${newId(8)}`, repId: rep.id, name: '妈妈群', theme: '育儿', rules: [], hash: null },
      ...{ createdAt: 1, archivedAt: null, rev: 1 },
    },
  ])
  await countReadings(world)
  return { rep, postId, token, written, named: other.contactId, bare: last.contactId, phones }
}

const names = ['readers', 'contacts', 'links', 'consents', 'readings', 'handovers', 'watches', 'departures'] as const
const more = ['notes', 'promises', 'occasions', 'partners', 'sheets', 'groups', 'tallies', 'batches'] as const

/** Nothing is known of anybody, and nobody has left: the next turn of a test begins. */
export const startOver = async (world: World): Promise<void> => {
  const { command } = world.database
  for (const name of [...names, ...more])
    await world.database
      .collection(name)
      .where({ _id: command.gt('') })
      .remove()
  await world.database
    .collection('members')
    .where({ _id: command.gt('rep-leaver').and(command.lt('rep-leaver~')) })
    .remove()
  await world.database.collection('members').where({ role: 'rep' }).update({ leftAt: null })
}

/** What comes back, over and over, to her last day as it was then; much quicker than living it again. */
export const keepReady = async (world: World): Promise<() => Promise<Left>> => {
  const left = await leaveReady(world)
  const kept = [...names, ...more].map(async (name) => [name, await world.docs(name)] as const)
  const [all, rep] = await Promise.all([Promise.all(kept), world.doc('members', left.rep.id)])
  return async () => {
    await startOver(world)
    for (const [name, docs] of all) await world.add(name, docs)
    if (rep) await world.add('members', [rep])
    return left
  }
}

/** Whose each of the things that hang on this contact are now. */
export const ownersOf = async (world: World, contactId: string): Promise<Record<string, unknown>> => {
  const [contact, sheet] = await Promise.all([world.doc('contacts', contactId), world.doc('sheets', contactId)])
  const of = async (collection: string, id: string) => (await world.doc(collection, id))?.repId
  return {
    contact: contact?.repId,
    sheet: sheet?.repId,
    note: await of('notes', `n-${contactId}`),
    words: await of('notes', `w-${contactId}`),
    promise: await of('promises', `p-${contactId}`),
    occasion: await of('occasions', `o-${contactId}`),
    partner: await of('partners', `a-${contactId}`),
  }
}
