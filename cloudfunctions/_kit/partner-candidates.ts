// Whom might she ask to be a partner, and what speaks for it? Only what each agreed may be known of her.
import { isSpreadAgreed } from '@shared/domain/consent'
import type { ContactId, MemberId } from '@shared/domain/ids'
import { type Candidate, rankCandidates } from '@shared/domain/partner'
import type { ContactFacts } from '@shared/domain/talk'
import { consentsInForce } from './data/consents'
import { listReadersOfContacts } from './data/readers'
import { listKocs } from './partner-koc'
import { loadTalkFacts } from './talk-facts'

const SHOWN = 30
/** Of so many it is looked up whether they agreed that what they pass on is known. */
const LOOKED_UP = 200

type Kocs = Awaited<ReturnType<typeof listKocs>>

const candidateOf = ({ contactId, brought, purchases, sheet }: ContactFacts, kocs: Kocs): Candidate => ({
  contactId,
  evidence: {
    brought: brought.length
      ? {
          posts: new Set(brought.map(({ postId }) => postId)).size,
          deep: brought.reduce((sum, one) => sum + one.deep, 0),
        }
      : null,
    bought: purchases.length ? { times: purchases.length, lastAt: Math.max(...purchases.map(({ at }) => at)) } : null,
    met: sheet.touches.length,
    koc: kocs.get(contactId) ?? null,
  },
})

/** That she passed something on is known of those alone who ticked so, each by herself. */
const listAgreed = async (repId: MemberId, ids: readonly ContactId[]): Promise<ReadonlySet<ContactId>> => {
  const readers = (await listReadersOfContacts(ids)).filter((reader) => reader.repId === repId)
  const inForce = await consentsInForce(readers)
  return new Set(readers.flatMap(({ _id, link }) => (isSpreadAgreed(inForce.get(_id) ?? null) ? [link.contactId] : [])))
}

export const findCandidates = async (
  repId: MemberId,
  asked: ReadonlySet<ContactId>,
  at: number,
): Promise<Candidate[]> => {
  const [facts, kocs] = await Promise.all([loadTalkFacts(repId, at), listKocs(repId)])
  const all = facts.filter(({ contactId }) => !asked.has(contactId)).map((one) => candidateOf(one, kocs))
  const some = rankCandidates(all, LOOKED_UP)
  const agreed = await listAgreed(
    repId,
    some.filter(({ evidence }) => evidence.brought).map(({ contactId }) => contactId),
  )
  const known = some.map(({ contactId, evidence }) => ({
    contactId,
    evidence: agreed.has(contactId) ? evidence : { ...evidence, brought: null },
  }))
  return rankCandidates(known, SHOWN)
}
