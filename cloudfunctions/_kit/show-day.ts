// How is a rep's day told? Her talks in the order they are worth now, those told of below, and whom to leave alone.
import type { ShownDay, ShownRest, ShownTalk } from '@shared/contracts/talk'
import { mayOpenContact } from '@shared/domain/access'
import type { Contact } from '@shared/domain/contact'
import type { Day } from '@shared/domain/day'
import type { ContactId, MemberId } from '@shared/domain/ids'
import { type Experience, inOrder } from '@shared/domain/pick-talks'
import { lastContactAt, type Sheet, withoutTouch } from '@shared/domain/sheet'
import {
  type Clue,
  type Learned,
  type ListedTalk,
  type Outcome,
  type Rest,
  type TalkDay,
  type Told,
  toldOf,
  touchOfTalk,
} from '@shared/domain/talk'
import { type CirclesOf, loadCircleNames } from './circle-names'
import { type KnownReader, onlyKnown, readersUnder } from './contact-file'
import { findContacts } from './data/contacts'
import { listReadersOfContacts } from './data/readers'
import { findSheets } from './data/sheets'
import { showName } from './show-contact'
import { loadStored, type Shower, type Stored, showEvidence } from './show-evidence'

type Shown = { experience: Experience; aDay: number; now: number }
type Known = { contact: Contact; readers: KnownReader[]; sheet: Sheet | undefined }
type World = { known: Map<ContactId, Known>; stored: Stored; circlesOf: CirclesOf; day: Day; now: number }

const loadWorld = async (repId: MemberId, day: TalkDay, now: number): Promise<World> => {
  const ids = [...new Set([...day.talks, ...day.rest].map(({ contactId }) => contactId))]
  const [contacts, linked, sheets, stored, circlesOf] = await Promise.all([
    findContacts(ids),
    listReadersOfContacts(ids),
    findSheets(ids),
    loadStored(day.talks),
    loadCircleNames(
      repId,
      day.talks.map(({ contactId }) => contactId),
    ),
  ])
  const readers = await onlyKnown(repId, linked)
  const hers = contacts.filter((contact) => {
    const [all, consenting] = [readersUnder(linked, contact._id), readersUnder(readers, contact._id)]
    return mayOpenContact(repId, contact, { linked: all.length, consenting: consenting.length }).ok
  })
  const sheetOf = new Map(sheets.map((sheet) => [sheet._id, sheet]))
  const known = new Map(
    hers.map((contact) => {
      const { _id } = contact
      return [_id, { contact, readers: readersUnder(readers, _id), sheet: sheetOf.get(_id) }]
    }),
  )
  return { known, stored, circlesOf, day: day.day, now }
}

const outcomeOf = (told: Told | undefined): Outcome | null =>
  told && told.end !== null ? { end: told.end, at: told.at } : null

const showerOf = ({ contact, readers, sheet }: Known, { stored, day, now }: World): Shower => ({
  ...{ contactId: contact._id, stored, now },
  readers: readers.filter(({ tagsOn }) => tagsOn),
  talkedAt: lastContactAt(withoutTouch(sheet?.touches ?? [], touchOfTalk(day))),
})

const showClue = ({ reason, evidence }: Clue, of: Shower, learned: Learned) => {
  const shown = evidence.flatMap((one) => showEvidence(one, of) ?? [])
  return shown.length ? [{ reason, evidence: shown, learned: learned[reason] ?? null }] : []
}

/** null: nothing it stood on holds any more. What the line says comes from its first evidence, and goes with it. */
const showTalk = (talk: ListedTalk, told: Told | undefined, world: World, learned: Learned): ShownTalk | null => {
  const known = world.known.get(talk.contactId)
  if (!known) return null
  const of = showerOf(known, world)
  const clues = talk.clues.flatMap((clue) => showClue(clue, of, learned))
  if (!clues.length) return null
  const isWhole = showEvidence(talk.clues[0].evidence[0], of) !== null
  const { about, line, playbookId, channel, window } = talk
  const circles = world.circlesOf.get(talk.contactId)
  return {
    ...showName(known.contact, known.readers),
    clues,
    relation: known.sheet?.relation ?? null,
    value: known.sheet?.value ?? null,
    ...(isWhole ? { about, line, playbookId } : { about: null, line: null, playbookId: null }),
    channel,
    window: known.readers.some(({ tagsOn }) => tagsOn) ? window : null,
    outcome: outcomeOf(told),
    ...(circles && { circles }),
  }
}

const showRest = (rest: Rest, world: World): ShownRest[] => {
  const known = world.known.get(rest.contactId)
  return known
    ? [{ ...showName(known.contact, known.readers), reason: rest.reason, at: rest.at, until: rest.until }]
    : []
}

/** Open ones first, 稍后 after them, told ones last. */
const partOf = (told: Told | undefined): number => (!told || told.end === null ? 0 : told.end === 'later' ? 1 : 2)

export const showDay = async (day: TalkDay, { experience, aDay, now }: Shown): Promise<ShownDay> => {
  const world = await loadWorld(day.repId, day, now)
  const order = inOrder(experience)
  const talks = [...day.talks].sort((a, b) => partOf(toldOf(a, day.told)) - partOf(toldOf(b, day.told)) || order(a, b))
  return {
    asOf: now,
    day: day.day,
    aDay,
    talks: talks.flatMap((talk) => showTalk(talk, toldOf(talk, day.told), world, experience.learned) ?? []),
    rest: day.rest.flatMap((rest) => showRest(rest, world)),
  }
}
