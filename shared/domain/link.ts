// Which contact is a reader? What the rep or she herself says decides; a card that was meant for someone only suggests.
import type { ContactId, LinkEventId } from './ids'
import { HOME_MAX } from './limits'
import type { Certainty, Likely, Link, LinkEvent, Reader } from './reader'
import type { Reading } from './reading'

/** What else decides. */
export type LinkFacts = {
  own: ContactId // the contact that came into being with her
  ownRemark: string | null
  closed: readonly ContactId[] // contacts that somebody else is for certain, or that are gone
}
export type Linked = Pick<Reader, '_id' | 'repId' | 'personId' | 'selfName' | 'link'>
export type LinkAsk = {
  eventId: LinkEventId
  act: 'assign' | 'own' | 'confirm' | 'deny' | 'also' | 'not-also' | 'introduce'
  contactId: ContactId | null // null for own and introduce
}
export type LinkRefusal = 'already-so' | 'nothing-to-confirm' | 'nothing-to-deny' | 'phone-full' | 'no-such-contact'
export type LinkDecision = { ok: true; link: Link; event: LinkEvent } | { ok: false; reason: LinkRefusal }

const LIKELY_MAX = 20
/** A link is kept whole in every line of its history. */
const DENIED_MAX = 100
const ALSO_MAX = HOME_MAX - 1

const SINGLE_CHAT_SCENE = 1007
const GROUP_CHATS: readonly number[] = [3, 4]
/** Was it opened from a card in a chat of two? Old phones tell the scene only. */
export const isFromSingleChat = ({ scene, chatType }: Pick<Reading, 'scene' | 'chatType'>): boolean =>
  scene === SINGLE_CHAT_SCENE && !(chatType !== undefined && GROUP_CHATS.includes(chatType))

/** As long as nobody said anything. */
export const newLink = (own: ContactId): Link => ({
  contactId: own,
  certainty: 'unnamed',
  also: [],
  likely: [],
  denied: [],
})

const without = <T>(list: readonly T[], ...out: readonly T[]): T[] => list.filter((each) => !out.includes(each))
const denying = (denied: readonly ContactId[], ...more: readonly ContactId[]): ContactId[] =>
  [...new Set([...denied, ...more])].slice(-DENIED_MAX)

/** Did the rep say that she is somebody other than her own contact? */
const isDecided = (link: Link, own: ContactId): boolean =>
  link.contactId !== own && (link.certainty === 'named' || link.certainty === 'certain')

/** Cards that are still evidence of something: not denied, and not explained by someone who uses the phone too. */
const evidenceOf = ({ likely, denied, also }: Link): Likely[] =>
  likely.filter(({ contactId }) => !denied.includes(contactId) && !also.includes(contactId))

/** Whom she may be, each with the card that says so; none where the rep has said it already. */
export const suggestionsOf = (link: Link): Likely[] =>
  evidenceOf(link).filter(({ contactId }) => contactId !== link.contactId || link.certainty === 'likely')

/**
 * A link is a function of what was said and what was opened, in whatever order it came to be known, so that taking back
 * what was said leaves what would be without it. Where the rep has decided, that stands: it is certain if the reader
 * called herself something and the rep confirmed just that. Else she is her own contact: for certain if she says who she
 * is, named if the rep named that contact. Only someone whom nobody knows may be likely to be another contact: if all
 * cards point to one, and nobody else is that one for certain.
 */
export const settle = ({ selfName, link }: Pick<Linked, 'selfName' | 'link'>, facts: LinkFacts): Link => {
  const { own, ownRemark, closed } = facts
  if (isDecided(link, own)) {
    const isConfirmed = selfName !== null && link.confirmed === selfName
    return { ...link, certainty: isConfirmed ? 'certain' : 'named' }
  }
  const undecided = { ...link, contactId: own, confirmed: null }
  if (selfName !== null) return { ...undecided, certainty: 'certain' }
  if (ownRemark !== null) return { ...undecided, certainty: 'named' }
  const [one, ...others] = new Set(evidenceOf(link).map(({ contactId }) => contactId))
  const isLikely = one !== undefined && others.length === 0 && !closed.includes(one)
  return isLikely ? { ...undecided, contactId: one, certainty: 'likely' } : { ...undecided, certainty: 'unnamed' }
}

/** She opened the card first, in a single chat. The same card twice changes nothing; her own card says nothing. */
export const noteLikely = (reader: Pick<Linked, 'selfName' | 'link'>, card: Likely, facts: LinkFacts): Link => {
  const { link } = reader
  if (card.contactId === facts.own || link.likely.some(({ token }) => token === card.token)) return link
  const likely = [...link.likely, card].sort((a, b) => a.at - b.at || (a.token < b.token ? -1 : 1)).slice(-LIKELY_MAX)
  return settle({ ...reader, link: { ...link, likely } }, facts)
}

type Said = Link | LinkRefusal
type Act = (reader: Linked, contactId: ContactId, facts: LinkFacts) => Said

const beSomebody = ({ link }: Linked, contactId: ContactId, confirmed: string | null): Link => ({
  ...link,
  contactId,
  certainty: 'named',
  confirmed,
  also: without(link.also, contactId),
  denied: without(link.denied, contactId),
})

/** Whoever the rep took her for, she is not; where the rep had not said anything, neither whom the cards point to. */
const beHerself: Act = ({ link }, _, { own }) => {
  const suggested = suggestionsOf(link).map(({ contactId }) => contactId)
  const isWrong = isDecided(link, own)
  if (!isWrong && !suggested.length) return 'already-so'
  const denied = denying(link.denied, ...(isWrong ? [link.contactId] : suggested))
  return { ...link, contactId: own, certainty: 'unnamed', also: without(link.also, own), denied }
}

const acts: Record<Exclude<LinkAsk['act'], 'introduce'>, Act> = {
  own: beHerself,
  assign: (reader, contactId, facts) => {
    if (contactId === facts.own) return beHerself(reader, contactId, facts)
    const isSo = isDecided(reader.link, facts.own) && reader.link.contactId === contactId
    return isSo ? 'already-so' : beSomebody(reader, contactId, null)
  },
  /** What a card suggests; or, of whom the rep has named, that she is who she calls herself. */
  confirm: (reader, contactId, { own }) => {
    const { link, selfName } = reader
    const isSuggested = suggestionsOf(link).some((card) => card.contactId === contactId)
    const isNamed = isDecided(link, own) && link.contactId === contactId
    if (!isSuggested && !isNamed) return 'nothing-to-confirm'
    if (isNamed && (selfName === null || link.certainty === 'certain')) return 'already-so'
    return beSomebody(reader, contactId, selfName)
  },
  deny: (reader, contactId, facts) => {
    const { link } = reader
    if (isDecided(link, facts.own) && link.contactId === contactId) return beHerself(reader, contactId, facts)
    const isSuggested = suggestionsOf(link).some((card) => card.contactId === contactId)
    return isSuggested ? { ...link, denied: denying(link.denied, contactId) } : 'nothing-to-deny'
  },
  also: ({ link }, contactId, { own }) => {
    const isShe = link.contactId === contactId && link.certainty !== 'likely'
    if (isShe || link.also.includes(contactId) || (contactId === own && !isDecided(link, own))) return 'already-so'
    if (link.also.length >= ALSO_MAX) return 'phone-full'
    return { ...link, also: [...link.also, contactId], denied: without(link.denied, contactId) }
  },
  'not-also': ({ link }, contactId) =>
    link.also.includes(contactId) ? { ...link, also: without(link.also, contactId) } : 'already-so',
}

const decide = (reader: Linked, { act, contactId }: LinkAsk, facts: LinkFacts): Said => {
  if (act === 'introduce') return reader.link // what she calls herself is settled with the rest
  if (act === 'own') return acts.own(reader, facts.own, facts)
  return contactId === null ? 'no-such-contact' : acts[act](reader, contactId, facts)
}

/** What is said about a reader, and what becomes of her link. An introduction is no one's to take back but hers. */
export const applyLink = (reader: Linked, ask: LinkAsk, facts: LinkFacts, now: number): LinkDecision => {
  const said = decide(reader, ask, facts)
  if (typeof said === 'string') return { ok: false, reason: said }
  const by = ask.act === 'introduce' ? (said.by ?? null) : ask.eventId
  const link = { ...settle({ ...reader, link: said }, facts), by }
  const event: LinkEvent = {
    _id: ask.eventId,
    repId: reader.repId,
    personId: reader.personId,
    readerId: reader._id,
    contactId: ask.contactId ?? reader.link.contactId,
    act: ask.act,
    at: now,
    before: { link: reader.link, remark: null },
    after: { link, remark: null },
    undoneBy: null,
  }
  return { ok: true, link, event }
}

/** Under this contact, how sure is it that she reads on this reader's phone? null: she does not. */
export const certaintyUnder = ({ link }: Pick<Reader, 'link'>, contactId: ContactId): Certainty | null => {
  if (link.contactId === contactId) return link.certainty
  return link.also.includes(contactId) ? 'likely' : null
}

/** Is she this contact, and not just likely to be? What is noted of the contact is hers then. */
export const isSaidToBe = (reader: Pick<Reader, 'link'>, contactId: ContactId): boolean =>
  !['likely', null].includes(certaintyUnder(reader, contactId))

/** Whose readings say what she cares about: those of readers she may only be count where there are no others. */
export const speakersFor = <R extends Pick<Reader, 'link'>>(readers: readonly R[], contactId: ContactId): R[] => {
  const hers = readers.filter((reader) => certaintyUnder(reader, contactId) !== null)
  const sure = hers.filter((reader) => certaintyUnder(reader, contactId) !== 'likely')
  return sure.length ? sure : hers
}
