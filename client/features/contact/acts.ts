// What a rep says about who is who: each act under an id made here, so that trying again says it once.
import type { Input, Output } from '@shared/contracts'
import { CallError, call } from '@/platform/call'
import { mintId } from '@/platform/mint'
import { queries } from '@/platform/queries'
import { CONTACTS, FILES, READERS, type ShownContact } from './use-contacts'
import { FEED } from './use-feed'

type LinkAct = Input<'rep', 'reader.link'>['act']
export type Who = { readerKey: string; contactId: string }

const UNCERTAIN: ReadonlySet<string> = new Set(['offline', 'internal', 'too-many'])
const open = new Map<string, string>()

const isNew = (key: string): boolean => key.startsWith('["create"')

/** What was left open was said before this: said again, it is meant anew. Whom she writes down stands apart from that. */
const closeOthers = (key: string): void => {
  if (!isNew(key)) for (const each of [...open.keys()]) if (!isNew(each)) open.delete(each)
}

/** The same words get the same id until the cloud has answered for good, or she has said something else since. */
const once = async <T>(words: readonly unknown[], act: (id: string) => Promise<T>): Promise<T> => {
  const key = JSON.stringify(words)
  const id = open.get(key) ?? mintId()
  open.set(key, id)
  try {
    const answer = await act(id)
    open.delete(key)
    closeOthers(key)
    return answer
  } catch (error) {
    if (error instanceof CallError && UNCERTAIN.has(error.code)) open.set(key, id)
    else open.delete(key)
    throw error
  }
}

/** Who is who stands on every screen of hers. */
const askAnew = (): void => {
  for (const queryKey of [FEED, CONTACTS, FILES, READERS]) void queries.invalidateQueries({ queryKey })
}

const told = async <T>(answer: Promise<T>): Promise<T> => {
  const data = await answer
  askAnew()
  return data
}

/** All of these throw CallError; `eventId` takes the act back. */
export const nameContact = (contactId: string, remark: string): Promise<{ eventId: string; contact: ShownContact }> =>
  once(['name', contactId, remark], async (eventId) => ({
    eventId,
    contact: await told(call('rep', 'contact.name', { eventId, contactId, remark })),
  }))

export const linkReader = ({ readerKey, contactId }: Who, act: LinkAct): Promise<{ eventId: string }> =>
  once(['link', readerKey, act, contactId], async (eventId) => {
    const about = { eventId, readerKey, act, contactId: act === 'own' ? null : contactId }
    await told(call('rep', 'reader.link', about))
    return { eventId }
  })

export const undo = (undoes: string): Promise<Output<'rep', 'link.undo'>> =>
  once(['undo', undoes], (eventId) => told(call('rep', 'link.undo', { eventId, undoes })))

export const createContact = (remark: string): Promise<ShownContact> =>
  once(['create', remark], (contactId) => told(call('rep', 'contact.create', { contactId, remark })))

export const tagContact = (contactId: string, tags: string[]): Promise<Output<'rep', 'contact.tag'>> =>
  told(call('rep', 'contact.tag', { contactId, tags }))

export const joinHome = (contactId: string, withContactId: string): Promise<Output<'rep', 'contact.home'>> =>
  once(['home', contactId, withContactId], (homeId) =>
    told(call('rep', 'contact.home', { act: 'join', homeId, contactId, withContactId })),
  )

export const leaveHome = (contactId: string): Promise<Output<'rep', 'contact.home'>> =>
  told(call('rep', 'contact.home', { act: 'leave', contactId }))
