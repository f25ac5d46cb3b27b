// What speaks for a key person of the spread: how many came to read by her, and that they kept coming? Counts of her rep's graph
// as it stands; a tier or a payment never depends on any of them.
import { isSpreadAgreed } from '@shared/domain/consent'
import type { ContactId, MemberId, ReaderId } from '@shared/domain/ids'
import type { Evidence } from '@shared/domain/partner'
import { FEW } from '@shared/domain/spread/graph'
import { consentsInForce } from './data/consents'
import { findLightReaders } from './data/readers'
import { findGraphPart, findSpread } from './data/spreads'

type Koc = NonNullable<Evidence['koc']>

/** Only of those who agree now; of who reached one or two nothing is said. */
export const listKocs = async (repId: MemberId): Promise<Map<ContactId, Koc>> => {
  const [head, part] = await Promise.all([findSpread(repId), findGraphPart(repId, 0)])
  if (!head || head.asOf === null || !part) return new Map()
  const nodeOf = new Map(part.nodes.map((node) => [node.key, node]))
  const readers = await findLightReaders(part.keyPeople.map(({ key }) => key as ReaderId))
  const inForce = await consentsInForce(readers)
  const termsOf = new Map(part.keyPeople.map(({ key, terms }) => [key, terms]))
  return new Map(
    readers.flatMap(({ _id, repId: of, link }): [ContactId, Koc][] => {
      const [node, terms] = [nodeOf.get(_id), termsOf.get(_id)]
      const isHers = of === repId && isSpreadAgreed(inForce.get(_id) ?? null)
      if (!isHers || !node || !terms || node.people < FEW) return []
      return [[link.contactId, { people: node.people, deep: node.deep, posts: terms.posts, weeks: terms.weeks }]]
    }),
  )
}
