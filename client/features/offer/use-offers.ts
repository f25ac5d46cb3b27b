// What did she offer, and how is it sent, answered and taken back? A rep's waits on her phone for signal; a customer's is hers to send again.
import type { Input } from '@shared/contracts'
import type { OwnOffer, OwnOffers } from '@shared/contracts/submission'
import type { SubmissionId } from '@shared/domain/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { deliver, listWaiting } from '@/platform/outbox'

export type { OwnOffer, OwnOffers }
export type Who = 'rep' | 'reader'
export type NewOffer = Input<'rep', 'submission.offer'>
export type NewAnswer = Input<'rep', 'submission.answer'>

const keyOf = (who: Who) => [who, 'submission.own'] as const

/** Looked at anew at each visit: HQ may have asked something. enabled: the cloud can be asked who she is. */
export const useOffers = (who: Who, enabled = true) =>
  useQuery({
    queryKey: keyOf(who),
    queryFn: (): Promise<OwnOffers> =>
      who === 'rep' ? call('rep', 'submission.list', {}) : call('reader', 'submission.own', {}),
    refetchOnMount: 'always',
    enabled,
  })

/** Sent by her and not arrived yet; of a rep's alone. */
export const listUnsent = (who: Who): NewOffer[] =>
  who === 'rep' ? listWaiting('submission.offer').map(({ payload }) => payload) : []

/** Each throws CallError when the cloud says no; null: it waits on her phone and goes by itself. */
export const useOfferActs = (who: Who) => {
  const client = useQueryClient()
  const after = async <T>(act: Promise<T>): Promise<T> => {
    try {
      return await act
    } finally {
      await client.invalidateQueries({ queryKey: [...keyOf(who)] })
    }
  }
  const sent = (offer: NewOffer): Promise<OwnOffer | null> =>
    who === 'rep'
      ? deliver(`submission.${offer.submissionId}`, 'submission.offer', offer)
      : call('reader', 'submission.offer', offer)
  const answered = (answer: NewAnswer): Promise<OwnOffer | null> =>
    who === 'rep'
      ? deliver(`submission.answer.${answer.submissionId}`, 'submission.answer', answer)
      : call('reader', 'submission.answer', answer)
  const withdrawn = (submissionId: SubmissionId): Promise<OwnOffer> =>
    who === 'rep'
      ? call('rep', 'submission.withdraw', { submissionId })
      : call('reader', 'submission.withdraw', { submissionId })
  return {
    send: (offer: NewOffer) => after(sent(offer)),
    answer: (answer: NewAnswer) => after(answered(answer)),
    withdraw: (id: string) => after(withdrawn(id as SubmissionId)),
  }
}
