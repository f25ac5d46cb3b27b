// What did each of a rep's contacts contribute, and what was given to her? Her rep's own notes, and what stands on file of a
// customer while she agrees that this rep may know her and that something is worked out of it.
import type { ContactId, MemberId, PersonId, SupportId } from '@shared/domain/ids'
import {
  type Contribution,
  dueOf,
  type KolEntry,
  type KolSettings,
  type KolStanding,
  NOTED,
  type Noted,
  standingOf,
  sumKol,
  supportOf,
} from '@shared/domain/kol'
import type { Member } from '@shared/domain/member'
import { onlyKnown } from './contact-file'
import { type KnownLight, listLightOfContacts, listReadersOfRep } from './data/readers'
import {
  findKolSettings,
  listAcceptedOf,
  listReasonsOf,
  listSupports,
  listSupportsOf,
  putKolSum,
} from './data/supports'

type KnownContribution = Contribution & { entryId: SupportId | null }
export type KolFacts = { contactId: ContactId; contributions: KnownContribution[]; given: KolEntry[] }
export type KolPerson = KolFacts & { standing: KolStanding }

const isNoted = (what: string): what is Noted => (NOTED as readonly string[]).includes(what)

/** A phone that two use says of neither that it was she; nor does one that only may be hers. */
const whoseIs = ({ link }: Pick<KnownLight, 'link'>): ContactId | null =>
  link.also.length || link.certainty === 'likely' ? null : link.contactId

const listOnFile = async (
  repId: MemberId,
  readers: readonly KnownLight[],
): Promise<{ contactId: ContactId; fact: KnownContribution }[]> => {
  const known = (await onlyKnown(repId, readers)).filter(({ tagsOn }) => tagsOn)
  const contactOf = new Map<PersonId, ContactId>(
    known.flatMap((reader) => {
      const id = whoseIs(reader)
      return id ? [[reader.personId, id]] : []
    }),
  )
  const persons = [...contactOf.keys()]
  const [accepted, reasons] = await Promise.all([listAcceptedOf(persons), listReasonsOf(persons)])
  const found = [
    ...accepted.map((one) => ({ ...one, of: 'submission' as const })),
    ...reasons.map((one) => ({ ...one, of: 'reason' as const })),
  ]
  return found.flatMap(({ personId, of, id, at }) => {
    const contactId = contactOf.get(personId)
    return contactId ? [{ contactId, fact: { of, id, at, what: '', entryId: null } }] : []
  })
}

/** Of those of whom there is anything. */
const gather = (entries: readonly KolEntry[], onFile: Awaited<ReturnType<typeof listOnFile>>): KolFacts[] => {
  const all = new Map<ContactId, KolFacts>()
  const of = (contactId: ContactId): KolFacts => {
    const known = all.get(contactId) ?? { contactId, contributions: [], given: [] }
    all.set(contactId, known)
    return known
  }
  for (const entry of entries) {
    const { _id, contactId, kind, what, note, at } = entry
    if (kind === 'given') of(contactId).given.push(entry)
    else if (isNoted(what)) of(contactId).contributions.push({ of: what, id: _id, at, what: note, entryId: _id })
  }
  for (const { contactId, fact } of onFile) of(contactId).contributions.push(fact)
  return [...all.values()]
}

const standing = (facts: readonly KolFacts[], { tiers }: KolSettings): KolPerson[] =>
  facts.map((one) => ({ ...one, standing: standingOf(one.contributions, tiers) }))

type Kol = { settings: KolSettings; people: KolPerson[] }

/** All of hers, however many contacts she has: some ten requests. */
export const loadKol = async (repId: MemberId): Promise<Kol> => {
  const [settings, entries, readers] = await Promise.all([
    findKolSettings(),
    listSupports(repId),
    listReadersOfRep(repId),
  ])
  return { settings, people: standing(gather(entries, await listOnFile(repId, readers)), settings) }
}

export const loadKolOf = async (repId: MemberId, contactId: ContactId): Promise<Kol> => {
  const [settings, entries, readers] = await Promise.all([
    findKolSettings(),
    listSupportsOf(contactId),
    listLightOfContacts([contactId]),
  ])
  const own = entries.filter((entry) => entry.repId === repId) // what waits for a customer whose adviser left is not hers yet
  const onFile = (await listOnFile(repId, readers)).filter((one) => one.contactId === contactId)
  const [facts = { contactId, contributions: [], given: [] }] = gather(own, onFile)
  return { settings, people: standing([facts], settings) }
}

/** What HQ may know of them: counts. */
export const keepKolSum = async (
  { _id, storeId, teamId }: Pick<Member, '_id' | 'storeId' | 'teamId'>,
  people: readonly KolPerson[],
  at: number,
): Promise<void> => {
  const sum = sumKol(
    people.map((one) => one.standing),
    people.flatMap(({ given }) => given),
  )
  await putKolSum({ _id, storeId, teamId: teamId ?? null, at, ...sum })
}

export const showKolPerson = (
  { contributions, given, standing: { tier, found } }: KolPerson,
  { tiers }: KolSettings,
) => ({
  ...{ tier, found },
  because: [...contributions]
    .sort((a, b) => b.at - a.at)
    .map(({ entryId, of, at, what }) => ({ entryId, of, at, what })),
  due: dueOf(supportOf(tier, tiers), given),
  given: [...given]
    .sort((a, b) => b.at - a.at)
    .map(({ _id, what, name, at }) => ({ entryId: _id, supportId: what, name, at })),
})
