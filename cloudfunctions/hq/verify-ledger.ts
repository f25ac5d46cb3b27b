// Is the ledger whole? A portion of the partners is counted and decided again, each against her referrals.
import type { ItemKey, Transfer } from '@shared/domain/ledger'
import { referralOf } from '@shared/domain/ledger'
import { verifyBook } from '@shared/domain/ledger-verify'
import { listTransfers } from '../_kit/data/entries'
import { pagePartners } from '../_kit/data/partners'
import { findReferrals } from '../_kit/data/referrals'
import type { Handler } from '../_kit/serve'

const SIZE = 20

const namedIn = (transfers: readonly Transfer[]) => [
  ...new Set(
    transfers.filter(({ kind }) => kind === 'earn' || kind === 'grant').map(({ of }) => referralOf(of as ItemKey)),
  ),
]

export const verifyLedger: Handler<'hq', 'ledger.verify'> = async ({ cursor }) => {
  const { partners, next } = await pagePartners(cursor, SIZE)
  const sums = { partners: partners.length, transfers: 0, faults: [] as { fault: string; id: string }[] }
  for (const { _id } of partners) {
    const transfers = await listTransfers(_id)
    const referrals = new Map((await findReferrals(namedIn(transfers))).map((one) => [one._id, one.partnerId]))
    const { faults } = verifyBook(_id, transfers, (id) => referrals.get(id) ?? null)
    sums.transfers += transfers.length
    sums.faults.push(...faults)
  }
  return { ...sums, next }
}
