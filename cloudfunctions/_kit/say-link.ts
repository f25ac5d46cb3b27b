// Someone says who a reader is, or takes it back: written into the history first, then done, so that a repeat finds it.
import type { LinkEventId } from '@shared/domain/ids'
import { applyLink, type LinkAsk, settle } from '@shared/domain/link'
import { undoLink } from '@shared/domain/link-undo'
import type { Link, LinkEvent, Reader } from '@shared/domain/reader'
import { dropLinkEvent, findLinkEvent, keepLinkEvent, markUndone } from './data/links'
import { findReader } from './data/readers'
import { ensure, found, refusal } from './errors'
import { findLinkFacts, followLink, moveLink } from './settle-links'

const TRIES = 3

const isSaid = (event: LinkEvent, reader: Reader, { act, contactId }: LinkAsk): boolean =>
  event.readerId === reader._id && event.act === act && (contactId === null || event.contactId === contactId)

/** A line that is there but was not followed: a crash fell between. What she opened meanwhile counts too. */
const isToDo = ({ before, undoneBy }: LinkEvent, { link }: Reader): boolean =>
  undoneBy === null && (link.by ?? null) === (before.link?.by ?? null)

type Asked = { reader: Reader; link: Link }

/**
 * The link as it is after it. What she opened or calls herself may have changed it meanwhile: then it is settled with that.
 * Null when something else was said of her meanwhile, on another phone of the rep's.
 */
const follow = async ({ reader, link }: Asked): Promise<Link | null> => {
  if (await moveLink(reader, link)) return link
  for (let left = TRIES; left > 0; left--) {
    const seen = await findReader(reader._id)
    const [by, before] = [seen?.link.by ?? null, reader.link.by ?? null]
    if (seen && by === link.by && by !== before) return seen.link // this very act, sent twice
    if (!seen || by !== before) return null
    const factsOf = await findLinkFacts([seen])
    const anew = {
      ...settle({ ...seen, link: { ...link, likely: seen.link.likely } }, factsOf(seen)),
      by: link.by ?? null,
    }
    if (await moveLink(seen, anew)) return anew
  }
  return null
}

const followOrDrop = async (event: LinkEvent, asked: Asked): Promise<Link> => {
  const link = await follow(asked)
  if (link) return link
  await dropLinkEvent(event._id)
  throw refusal('link-moved')
}

/** The link has moved; what hangs on it perhaps not yet. */
const finish = async ({ before }: LinkEvent, reader: Reader, after: Link): Promise<Link> => {
  if (before.link) await followLink(reader, { before: before.link, after })
  return after
}

const repeat = async (event: LinkEvent, reader: Reader): Promise<Link> => {
  const said = found(event.after.link, 'event-taken', 'eventId')
  if (!isToDo(event, reader)) return finish(event, reader, said)
  const factsOf = await findLinkFacts([reader])
  const link = {
    ...settle({ ...reader, link: { ...said, likely: reader.link.likely } }, factsOf(reader)),
    by: said.by ?? null,
  }
  return found(await follow({ reader, link }), 'link-moved')
}

/** The same id says the same again, and has the same outcome. */
export const sayLink = async (reader: Reader, ask: LinkAsk, now: number): Promise<Link> => {
  const stored = await findLinkEvent(ask.eventId)
  if (stored && !isSaid(stored, reader, ask)) throw refusal('event-taken', 'eventId')
  if (stored) return repeat(stored, reader)
  const factsOf = await findLinkFacts([reader])
  const decision = applyLink(reader, ask, factsOf(reader), now)
  ensure(decision, 'act')
  return followOrDrop(await keepLinkEvent(decision.event), { reader, link: decision.link })
}

/** She said what she calls herself, or took it back: `selfName` is stored already. */
export const noteIntroduction = async (reader: Reader, eventId: LinkEventId, now: number): Promise<Link> =>
  sayLink(reader, { eventId, act: 'introduce', contactId: null }, now)

/** Done again under the same id it only finishes what a crash left. */
export const takeLinkBack = async (
  event: LinkEvent,
  reader: Reader,
  { eventId, now }: { eventId: LinkEventId; now: number },
): Promise<Link> => {
  const factsOf = await findLinkFacts([reader])
  const undone = undoLink(event, reader, factsOf(reader), { eventId, now })
  const done = await findLinkEvent(eventId)
  if (done && done.undoes !== event._id) throw refusal('event-taken', 'eventId')
  if (!done) ensure(undone, 'undoes')
  const link = undone.ok
    ? await followOrDrop(await keepLinkEvent(undone.event), { reader, link: undone.link })
    : await finish(done ?? event, reader, reader.link)
  await markUndone(event._id, eventId)
  return link
}
