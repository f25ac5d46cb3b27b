// The story of a post that is passed on, behind its screens: time goes by, sums are made, and every reply that went over the
// wire is kept, to look for what would give away who agreed to nothing.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dayOf } from '../../shared/domain/day'
import { noteOf, writeNote } from './files-world'
import { countReadings } from './scenes'
import type { Doc, World } from './world'

const DAY_MS = 86_400_000
const LONG = '先把脸打湿，再把洁面揉出泡来，从额头到下巴慢慢打圈，最后用温水冲净。'.repeat(8)

/** A post of three parts, long enough to be read deeply. */
export const postAbout = (title: string) => ({
  article: {
    title,
    coverId: null,
    sections: ['先清洁', '再补水', '最后锁住'].map((heading, n) => ({
      ...{ id: `s${n + 1}`, heading, paragraphs: [LONG, LONG], imageId: null },
    })),
  },
})

/** What is stored of when; a talk list is for its own day alone. */
const INSTANTS: Readonly<Record<string, readonly string[]>> = {
  readings: ['openedAt', 'lastAt'],
  shares: ['createdAt'],
  spreads: ['builtAt', 'triedAt'],
  deals: ['at', 'writtenAt', 'verifiedAt'],
  partners: ['invitedAt', 'answeredAt'],
  referrals: ['at', 'verifiedAt', 'payableAt', 'lookAt'],
  entries: ['at'],
}

const aged = (doc: Doc, fields: readonly string[], ms: number): Record<string, unknown> => {
  const change = Object.fromEntries(
    fields.flatMap((field) => {
      const at = doc[field]
      return typeof at === 'number' && at > 0 ? [[field, at - ms]] : []
    }),
  )
  return typeof change.at === 'number' && 'day' in doc ? { ...change, day: dayOf(change.at) } : change
}

type Entries = Record<string, { at: number }>

/** What a reader is known to have read. */
const readerAged = (doc: Doc, ms: number): Record<string, unknown> => ({
  lastReadAt: Number(doc.lastReadAt) - ms,
  entries: Object.fromEntries(
    Object.entries((doc.entries ?? {}) as Entries).map(([id, entry]) => [id, { ...entry, at: entry.at - ms }]),
  ),
})

/** Days go by: what is stored lies so much further back. */
export const letPass = async (world: World, days: number): Promise<void> => {
  for (const [name, fields] of Object.entries(INSTANTS))
    for (const doc of await world.docs(name)) {
      const change = aged(doc, fields, days * DAY_MS)
      if (Object.keys(change).length > 0) await world.database.collection(name).doc(doc._id).update(change)
    }
  for (const doc of await world.docs('readers'))
    await world.database
      .collection('readers')
      .doc(doc._id)
      .update(readerAged(doc, days * DAY_MS))
  for (const { _id } of await world.docs('talkdays')) await world.database.collection('talkdays').doc(_id).remove()
}

/** The rep and she have met: only whom one has talked to can be asked for somebody. */
export const meet = (world: World, contactId: string): Promise<unknown> =>
  writeNote(world, noteOf(contactId, { kind: 'meeting', text: '店里聊了一会儿', agoMs: 15 * DAY_MS }))

const TICKS_MAX = 20

/** Readings are counted, and the timer fires until the spread is worked out from all of them. */
export const sumUp = async (world: World): Promise<void> => {
  await countReadings(world)
  for (let tick = 0; tick < TICKS_MAX; tick++) {
    const heads = await world.docs('spreads')
    if (heads.length > 0 && heads.every(({ stale, asOf }) => stale === false && asOf !== null)) return
    await world.emulator.fireTimer('jobs')
  }
  throw new Error('the spread was not worked out')
}

/** Whoever agreed since is not among `known`. */
export const newcomer = async (
  world: World,
  known: readonly string[],
): Promise<{ personId: string; contactId: string }> => {
  const fresh = (await world.docs('readers')).filter(({ personId }) => !known.includes(String(personId)))
  const [reader, ...others] = fresh
  if (!reader || others.length > 0) throw new Error(`${fresh.length} have come, not one`)
  return { personId: String(reader.personId), contactId: (reader.link as { contactId: string }).contactId }
}

/** asked: the payload as it was sent. */
export type Heard = { fn: string; action: string; asked: string; text: string }

type Event = { action?: string; payload?: unknown }

/** Hands every reply of a function on to `heard`; gives nothing of its own. */
export const listen =
  (heard: Heard[]) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const fn = /^\/v1\/functions\/(\w+)/.exec(request.url ?? '')?.[1]
    if (fn === undefined || request.method !== 'POST') return false
    const sent: Buffer[] = []
    const [emit, end] = [request.emit.bind(request), response.end.bind(response)] as [
      (event: string, ...more: unknown[]) => boolean,
      (...all: unknown[]) => ServerResponse,
    ]
    request.emit = (event: string, ...more: unknown[]) => {
      if (event === 'data') sent.push(more[0] as Buffer)
      return emit(event, ...more)
    }
    response.end = ((...all: unknown[]) => {
      const { action = '', payload = {} } = JSON.parse(Buffer.concat(sent).toString() || '{}') as Event
      heard.push({ fn, action, asked: JSON.stringify(payload), text: String(all[0] ?? '') })
      return end(...all)
    }) as ServerResponse['end']
    return false
  }

/** Who she is, and where and when she stood in the chain. */
export type Traces = { who: string[]; where: string[] }

export const tracesOf = async (world: World, personId: string, said: Traces): Promise<Traces> => {
  const own = (one: Doc): boolean => one.personId === personId
  const [readings, readers] = [(await world.docs('readings')).filter(own), (await world.docs('readers')).filter(own)]
  const shares = (await world.docs('shares')).filter(({ _id }) => said.where.includes(_id))
  const at = [...readings.flatMap(({ openedAt, lastAt }) => [openedAt, lastAt]), ...shares.map((one) => one.createdAt)]
  const ids = readers.flatMap(({ _id, key, link }) => [_id, String(key), (link as { contactId: string }).contactId])
  return {
    who: [...said.who, personId, ...ids],
    where: [...said.where, ...readings.map(({ _id }) => _id), ...at.map(String)],
  }
}

/** She agreed that her rep knows what she reads: in these her rep finds her, as one contact among others … */
const AS_A_CONTACT = /^(contact|feed|sheet|reader|reading|post|circle)\./
/** … and in these, where she asks about her alone. */
const ABOUT_ONE = /^kol\.list$/

/** Nothing of her is in what a rep, HQ or another customer was told of the chain. */
export const expectNothingOf = ({ who, where }: Traces, heard: readonly Heard[]): void => {
  expect(who.length + where.length).toBeGreaterThan(8)
  for (const { fn, action, asked, text } of heard) {
    const isAboutHer = ABOUT_ONE.test(action) && who.some((trace) => asked.includes(trace))
    if (fn === 'rep' && (AS_A_CONTACT.test(action) || isAboutHer)) continue
    // what a customer sent herself is acknowledged to her
    for (const trace of fn === 'reader' ? who : [...who, ...where])
      if (text.includes(trace)) throw new Error(`${fn}/${action} told ${trace}: ${text.slice(0, 2_000)}`)
  }
}

type Count = number | 'few'
type Branch = { kind: string; people: Count; deep: Count; passes: Count; firstAt: number | null; lastAt: number | null }

/** Of the last picture that a rep was given: who did not agree is a count of three or more, or few, and never a time. */
export const branchesTold = (heard: readonly Heard[]): Branch[] => {
  const last = heard.filter(({ action, fn }) => fn === 'rep' && action === 'spread.see').at(-1)
  const told = JSON.parse(last?.text ?? '{}') as { data?: { nodes: Branch[] } }
  const branches = told.data?.nodes.filter(({ kind }) => kind === 'branch') ?? []
  for (const { people, deep, passes, firstAt, lastAt } of branches) {
    expect([firstAt, lastAt]).toEqual([null, null])
    for (const n of [people, deep, passes]) expect(n === 'few' || n === 0 || n >= 3).toBe(true)
  }
  return branches
}
