// What was booked for this partner, from the first transfer on?
import { recount } from '@shared/domain/ledger'
import { listTransfers } from '../_kit/data/entries'
import { findPartner } from '../_kit/data/partners'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showDue } from '../_kit/show-partner'

export const seeLedger: Handler<'hq', 'ledger.see'> = async ({ partnerId }) => {
  found(await findPartner(partnerId), 'no-such-partner', 'partnerId')
  const transfers = await listTransfers(partnerId)
  return {
    transfers: transfers.map(({ n, transferId, kind, at, by, reason, lines }) => ({
      ...{ n, transferId, kind, at, by, reason },
      lines: lines.map((line) => ({ ...line })),
    })),
    due: showDue(recount(partnerId, transfers)),
  }
}
