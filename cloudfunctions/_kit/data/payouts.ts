// Which payouts were made, and how far has each come?
import type { PayoutId } from '@shared/domain/ids'
import type { Payout } from '@shared/domain/payout'
import { type Change, collection, EVERYTHING, oneOf } from '../collection'
import { type Page, pageNewest } from '../page'

const payouts = collection<Payout>('payouts')

export const findPayout = (id: PayoutId): Promise<Payout | null> => payouts.get(id)
/** False when one of that id is there. */
export const insertPayout = (payout: Payout): Promise<boolean> => payouts.insertIfAbsent(payout)
/** False when it has been changed since. */
export const changePayout = async (
  { _id, rev }: Pick<Payout, '_id' | 'rev'>,
  change: Change<Omit<Payout, '_id' | 'rev'>>,
): Promise<boolean> => (await payouts.change({ _id, rev }, { ...change, rev: rev + 1 })) > 0

export const pagePayouts = (cursor: string | undefined, size: number): Promise<Page<Payout>> =>
  pageNewest(payouts, EVERYTHING, { by: 'at', cursor, size })

/** Those that somebody began and nobody finished. */
export const listUnfinished = (limit: number): Promise<Payout[]> =>
  payouts.find({ state: oneOf(['making', 'paying', 'returning']) }, { limit })
