// What stands in the ledger? Transfers are inserted under their number and never changed or removed: there is no way to.
import type { PartnerId } from '@shared/domain/ids'
import type { Transfer } from '@shared/domain/ledger'
import { collection } from '../collection'
import { readAll } from '../page'

const entries = collection<Transfer>('entries')

const FIELDS = [
  ...(['partnerId', 'n', 'transferId', 'kind', 'of', 'month', 'terms', 'by', 'reason', 'at', 'lines'] as const),
]

/** False when one of that number, or of the same transfer, is there. */
export const insertTransfer = (transfer: Transfer): Promise<boolean> => entries.insertIfAbsent(transfer)

/** All of them, the first first: a balance is never anything but their sum. */
export const listTransfers = async (partnerId: PartnerId): Promise<Transfer[]> =>
  (await readAll(entries, { partnerId }, FIELDS, 500)).sort((a, b) => a.n - b.n)
