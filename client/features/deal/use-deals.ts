// Deals of a rep: what is needed to enter one, and saying that one was made, undone or given back, with signal or without.
import type { Input } from '@shared/contracts'
import type { ContactId, DealId } from '@shared/domain/ids'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { deliver, whenDelivered } from '@/platform/outbox'
import { queries } from '@/platform/queries'

const PREPARED = ['rep', 'deal.prepare'] as const
const SHEETS = ['rep', 'sheet.see'] as const

export const usePrepared = (contactId: string | null) =>
  useQuery({
    queryKey: [...PREPARED, contactId ?? ''],
    queryFn: () => call('rep', 'deal.prepare', { contactId: contactId as ContactId | null }),
  })

/** Her list of deals and her notes, in which the purchase stands. */
const askAnew = (): void => {
  void queries.invalidateQueries({ queryKey: PREPARED })
  void queries.invalidateQueries({ queryKey: SHEETS })
}

const keyOf = (dealId: string): string => `deal.${dealId}`

/** null without signal: it will be sent. Throws CallError when the cloud refuses. */
export const recordDeal = async (deal: Input<'rep', 'deal.record'>) => {
  const answer = await deliver(keyOf(deal.dealId), 'deal.record', deal)
  if (answer) askAnew()
  return answer
}

/** What still waits to be sent is simply not sent. */
export const undoDeal = async (dealId: string) => {
  const answer = await deliver(keyOf(dealId), 'deal.undo', { dealId: dealId as DealId })
  askAnew()
  return answer
}

export const refundDeal = async (dealId: string) => {
  const answer = await deliver(`refund.${dealId}`, 'deal.refund', { dealId: dealId as DealId })
  askAnew()
  return answer
}

export const useCredits = (dealId: string | null) =>
  useQuery({
    queryKey: ['rep', 'deal.credit', dealId],
    queryFn: () => call('rep', 'deal.credit', { dealId: dealId as DealId }),
    enabled: dealId !== null,
  })

whenDelivered('deal.record', askAnew)
whenDelivered('deal.undo', askAnew)
