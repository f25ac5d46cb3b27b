// Whom could a contact introduce? Who read deeply what she passed on, and has no name yet: the rep cannot find her in WeChat.
// Only where both agreed, as of now, that this is known.
import { isSpreadAgreed } from '@shared/domain/consent'
import type { ContactId, MemberId, ReaderId } from '@shared/domain/ids'
import { certaintyUnder } from '@shared/domain/link'
import type { IntroductionFact } from '@shared/domain/talk'
import { onlyKnown, readersUnder } from './contact-file'
import { whoSpreads } from './data/consents'
import { findContacts } from './data/contacts'
import { findLightReaders, listReadersOfContacts } from './data/readers'
import { findSpread, listGraph } from './data/spreads'
import { showName } from './show-contact'

type Step = { from: ReaderId; to: ReaderId; deep: number; at: number }

/** From person to person, with a deep reading. */
const listSteps = async (repId: MemberId): Promise<Step[]> => {
  if (!(await findSpread(repId))?.parts) return []
  const parts = await listGraph(repId)
  const nodes = parts.flatMap((part) => part.nodes)
  return parts.flatMap(({ edges }) =>
    edges.flatMap(({ from, to, deep, lastAt }) => {
      const [a, b] = [nodes[from], nodes[to]]
      if (a?.kind !== 'person' || b?.kind !== 'person' || deep === 0 || lastAt === null) return []
      return [{ from: a.key as ReaderId, to: b.key as ReaderId, deep, at: lastAt }]
    }),
  )
}

/** By the contact who would introduce. isNameless: can the rep not reach this contact yet? */
export const listIntroductions = async (
  repId: MemberId,
  isNameless: (id: ContactId) => boolean,
): Promise<Map<ContactId, IntroductionFact[]>> => {
  const steps = await listSteps(repId)
  const readers = await findLightReaders([...new Set(steps.flatMap(({ from, to }) => [from, to]))])
  const mayBeSeen = await whoSpreads(readers.map(({ personId }) => ({ personId, repId })))
  const contactOf = new Map(readers.flatMap(({ _id, link }) => (mayBeSeen(_id) ? [[_id, link.contactId]] : [])))
  const facts = new Map<ContactId, IntroductionFact[]>()
  for (const { from, to, deep, at } of steps) {
    const [by, toId] = [contactOf.get(from), contactOf.get(to)]
    if (!by || !toId || by === toId || !isNameless(toId)) continue
    facts.set(by, [...(facts.get(by) ?? []), { toId, deep, at }])
  }
  return facts
}

/** Of these, who agrees still and has no name still; the others are a reason no longer. */
export const findIntroduced = async (ids: readonly ContactId[]) => {
  const [contacts, linked] = await Promise.all([findContacts(ids), listReadersOfContacts(ids)])
  const shown = new Map<ContactId, ReturnType<typeof showName>>()
  for (const contact of contacts) {
    const readers = await onlyKnown(contact.repId, readersUnder(linked, contact._id))
    const isNamed = contact.remark !== null || readers.some((one) => certaintyUnder(one, contact._id) === 'certain')
    if (!isNamed && readers.some(({ consent }) => isSpreadAgreed(consent)))
      shown.set(contact._id, showName(contact, readers))
  }
  return shown
}
