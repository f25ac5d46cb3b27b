// A partner leaves: nothing new is hers, what is earned stays due, what was to be set off is asked of nobody.
import type { PersonId } from '@shared/domain/ids'
import type { LeftFor, Partner } from '@shared/domain/partner'
import { changePartner, findPartner, listPartnersOfPerson } from './data/partners'
import { countClaimed } from './data/referrals'
import { refusal } from './errors'
import { book, openBook } from './ledger'

const TRIES_MAX = 10

/** Her name is kept only while there is something to be paid under it. */
export const dropNameIfDone = async (partner: Partner): Promise<void> => {
  if (partner.state !== 'left' || partner.payName === '') return
  const { balances } = await openBook(partner._id)
  const isDue = balances.pending > 0 || balances.payable > 0 || balances.held > 0
  if (!isDue && (await countClaimed(partner._id)) === 0) await changePartner(partner, { payName: '' })
}

/** Once she has left it stays so, with the first reason; being forgotten comes on top. */
export const leaveAsPartner = async (asked: Partner, at: number, reason: LeftFor): Promise<Partner> => {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const partner = (await findPartner(asked._id)) ?? asked
    const state = partner.state === 'declined' ? 'declined' : 'left'
    const leaving = {
      state: state as Partner['state'],
      leftAt: partner.leftAt ?? at,
      leftFor: partner.leftFor ?? reason,
      ...(reason === 'erased' && { personId: null }),
    }
    if (!(await changePartner(partner, leaving))) continue
    await book(partner._id, { kind: 'forgive' }, at)
    const left = (await findPartner(partner._id)) ?? partner
    await dropNameIfDone(left)
    return left
  }
  throw refusal('busy')
}

/** Staff sell for wages: whoever is hired brings nobody for money from then on. What she earned before stays hers. */
export const endForHire = async (personId: PersonId, at: number): Promise<void> => {
  for (const partner of await listPartnersOfPerson(personId))
    if (partner.state === 'active') await leaveAsPartner(partner, at, 'hired')
}

/** She is to be forgotten: no partner leads to her any more; the sums stay in the books under numbers alone. */
export const forgetPartner = async (personId: PersonId, at: number): Promise<void> => {
  for (const partner of await listPartnersOfPerson(personId)) await leaveAsPartner(partner, at, 'erased')
}
