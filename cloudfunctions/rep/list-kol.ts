// Who among her contacts gives to others, what is due to each, and whom might she ask?
import type { ContactId, MemberId, ReaderId } from '@shared/domain/ids'
import { KOL_TIERS } from '@shared/domain/kol'
import { now } from '../_kit/clock'
import { openContact } from '../_kit/contact-file'
import { findGraphPart, findSpread } from '../_kit/data/spreads'
import { type KolPerson, keepKolSum, loadKol, loadKolOf, showKolPerson } from '../_kit/kol'
import type { Handler } from '../_kit/serve'
import { showName } from '../_kit/show-contact'
import { showWho } from '../_kit/show-who'
import { findPeople } from '../_kit/spread-show'

const SHOWN = 200
const ASKED = 5

/** Of those by whom others come to read, who has given nothing yet that is on file. Neither score nor count is told. */
const listMayAsk = async (repId: MemberId, known: ReadonlySet<string>) => {
  const [head, part] = await Promise.all([findSpread(repId), findGraphPart(repId, 0)])
  const keys = head?.asOf && part ? part.keyPeople.map(({ key }) => key as ReaderId) : []
  const people = keys.length ? await findPeople(repId, keys) : null
  const shown = keys.flatMap((key) => people?.personOf(key) ?? [])
  return shown.filter(({ contactId }) => !known.has(contactId)).slice(0, ASKED)
}

const rank = ({ standing: { tier } }: KolPerson): number => (tier === null ? -1 : KOL_TIERS.indexOf(tier))
/** By tier, then by name of the contact's id: who gave more within a tier is not told by the order. */
const inOrder = (a: KolPerson, b: KolPerson): number => rank(b) - rank(a) || (a.contactId < b.contactId ? -1 : 1)

export const listKol: Handler<'rep', 'kol.list'> = async ({ contactId }, { caller: { member } }) => {
  const asOf = now()
  if (contactId) {
    const { contact, readers } = await openContact(member._id, contactId)
    const { settings, people } = await loadKolOf(member._id, contactId)
    const who = showName(contact, readers)
    return {
      ...{ asOf, tiers: settings.tiers, mayAsk: [] },
      people: people.map((one) => ({ who, ...showKolPerson(one, settings) })),
    }
  }
  const { settings, people } = await loadKol(member._id)
  const whoOf = await showWho(
    member._id,
    people.map((one) => one.contactId),
  )
  const seen = people.filter((one) => whoOf.has(one.contactId)).sort(inOrder)
  const [mayAsk] = await Promise.all([
    listMayAsk(member._id, new Set<ContactId>(seen.map((one) => one.contactId))),
    keepKolSum(member, seen, asOf),
  ])
  return {
    ...{ asOf, tiers: settings.tiers, mayAsk },
    people: seen.slice(0, SHOWN).flatMap((one) => {
      const who = whoOf.get(one.contactId)
      return who ? [{ who, ...showKolPerson(one, settings) }] : []
    }),
  }
}
