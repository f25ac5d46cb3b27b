// Readers as a rep comes to know them: they read by her share, agree, and are asked for as she sees them.
import { ownContactId } from '../../cloudfunctions/_kit/alias'
import type { Output } from '../../shared/contracts'
import { POLICY_VERSION } from '../../shared/domain/consent'
import type { Reader } from '../../shared/domain/reader'
import { newId, newToken, report, reportOf } from './scenes'
import { type As, lin, type World } from './world'

export type File = Output<'rep', 'contact.see'>

/** Phones of readers nobody knows. */
export const phone = (name: string): { openid: string } => ({ openid: `oOpenidOf${name}${newId(8)}` })

/** A card of this post by the rep, perhaps meant for one contact. */
export const cardFor = async (world: World, postId: string, contactId: string | null = null, as: As = lin) =>
  (await world.ask('rep', 'share.record', { token: newToken(), postId, channel: 'chat-card', contactId }, as)).token

/** The reader who came last, with the contact that came into being with her. */
const latestReader = async (world: World) => {
  const readers = (await world.docs('readers')) as unknown as Reader[]
  const reader = readers.sort((a, b) => b.createdAt - a.createdAt)[0]
  if (!reader) throw new Error('Nobody is known')
  return { readerKey: reader.key, contactId: ownContactId(reader._id) as string }
}

/** She opens the card in a chat of two, reads a minute of it and agrees, as a rule to tags too. */
export const getToKnow = async (world: World, token: string, as: As, change: object = {}) => {
  const reading = reportOf({ postId: '', token }, { chatType: 1, ...change })
  await report(world, [reading], as)
  const given = { token, policyVersion: POLICY_VERSION, purposes: ['reading', 'tags'], scene: 1007 }
  await world.ask('reader', 'consent.give', { ...given, readingIds: [reading.readingId] }, as)
  return latestReader(world)
}

export const seeFile = (world: World, contactId: string, as: As = lin): Promise<File> =>
  world.ask('rep', 'contact.see', { contactId }, as)

export const write = async (world: World, remark: string, as: As = lin): Promise<string> =>
  (await world.ask('rep', 'contact.create', { contactId: `c-${newId(12)}`, remark }, as)).contactId

type Act = 'assign' | 'own' | 'confirm' | 'deny' | 'also' | 'not-also'
/** Says who a reader is; returns the id that takes it back. */
export const say = async (world: World, act: Act, readerKey: string, contactId: string | null, as: As = lin) => {
  const eventId = newId(20)
  const link = await world.ask('rep', 'reader.link', { eventId, readerKey, act, contactId }, as)
  return { eventId, ...link }
}

export const takeBack = (world: World, undoes: string, as: As = lin) =>
  world.ask('rep', 'link.undo', { eventId: newId(20), undoes }, as)
