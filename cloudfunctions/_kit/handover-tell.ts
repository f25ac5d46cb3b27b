// Has a rep left whom she told what she reads? Then she is told who follows, and asked; and who sends what that rep had sent?
import type { ShownHandover } from '@shared/contracts/handover'
import type { Caller } from '@shared/domain/access'
import { type Consent, isSpreadAgreed } from '@shared/domain/consent'
import { type Handover, isWaitingFor, mayTellHandover, needsNewConsent } from '@shared/domain/handover'
import type { MemberId, PersonId } from '@shared/domain/ids'
import { findConsentInForce, listConsents, noteTold } from './data/consents'
import { countAnswer, findHandover, findHandovers } from './data/handovers'
import { findSenders, findSendersEver, type Sender } from './data/members'

type Waiting = { consent: Consent; handover: Handover }

/** Each of her consents that waits for her word, by its rep. */
export const findWaiting = async (consents: readonly Consent[], at: number): Promise<Map<MemberId, Waiting>> => {
  const handovers = consents.length ? await findHandovers(consents.map(({ repId }) => repId)) : []
  const of = new Map(handovers.map((handover) => [handover._id, handover]))
  return new Map(
    consents.flatMap((consent) => {
      const handover = of.get(consent.repId)
      return handover && isWaitingFor(consent, handover, at) ? [[consent.repId, { consent, handover }] as const] : []
    }),
  )
}

/** What she is told; null where who was to follow has left as well. */
export const showHandovers = async (waiting: readonly Waiting[]) => {
  const ids = waiting.flatMap(({ handover }) => [handover._id, handover.toId])
  const [ever, working] = await Promise.all([findSendersEver(ids), findSenders(ids)])
  return ({ consent, handover }: Waiting): ShownHandover | null => {
    const to = working.get(handover.toId)
    if (!to) return null
    const { repName: toName, storeName, company, brand, franchise } = to
    return {
      ...{ repId: handover._id, fromName: ever.get(handover._id)?.repName ?? '' },
      ...{ toName, storeName, company, brand, franchise },
      needsConsent: needsNewConsent(consent, to),
    }
  }
}

/** On an article: one at a time, the oldest consent first, and not again for a month. */
export const tellHandover = async (caller: Caller, at: number): Promise<ShownHandover | null> => {
  if (caller.kind !== 'person') return null
  const waiting = await findWaiting(await listConsents(caller.personId), at)
  const due = [...waiting.values()]
    .filter(({ consent, handover }) => mayTellHandover(consent, handover, at) !== 'no')
    .sort((a, b) => a.consent.givenAt - b.consent.givenAt)[0]
  if (!due) return null
  const shown = (await showHandovers([due]))(due)
  if (shown && mayTellHandover(due.consent, due.handover, at) === 'first') await noteTelling(due, at)
  return shown
}

const noteTelling = async ({ consent, handover }: Waiting, at: number): Promise<void> => {
  const isFirst = (consent.toldAt ?? null) === null
  if ((await noteTold(consent, { toldAt: at, toldOf: handover.toId })) && isFirst)
    await countAnswer(handover._id, 'told')
}

/** Of a share by a rep who left: her successor's consent, if this person has passed to her. */
export const findHeirConsent = async (repId: MemberId, personId: PersonId): Promise<Consent | null> => {
  const handover = await findHandover(repId)
  if (!handover || handover.state === 'cancelled') return null
  const consent = await findConsentInForce({ personId, repId: handover.toId })
  return consent?.passedFrom?.includes(repId) ? consent : null
}

/** spreadOn: where consent is given, whether that holds for her passing-on too. */
export type SentBy = { sender: Sender | null; consent: 'given' | 'none' | 'not-asked'; spreadOn?: boolean }

/** Who sends it as of now; where the rep has left, her successor, or only the store for whom has not passed. */
export const findSentBy = async (repId: MemberId, caller: Caller): Promise<SentBy> => {
  const personId = caller.kind === 'person' ? caller.personId : null
  const [senders, agreed] = await Promise.all([
    findSenders([repId]),
    personId && findConsentInForce({ personId, repId }),
  ])
  const sender = senders.get(repId)
  if (sender && agreed) return { sender, consent: 'given', spreadOn: isSpreadAgreed(agreed) }
  if (sender) return { sender, consent: caller.kind === 'member' ? 'not-asked' : 'none' }
  const heir = personId && (await findHeirConsent(repId, personId))
  if (heir) return { sender: (await findSenders([heir.repId])).get(heir.repId) ?? null, consent: 'given' }
  const store = (await findSendersEver([repId])).get(repId)
  return { sender: store ? { ...store, repName: '' } : null, consent: 'not-asked' }
}
