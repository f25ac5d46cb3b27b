// May she send any more today? Asked before a photo is taken in, so that nobody fills the storage.
import { OFFERS_A_DAY, type Owner } from '@shared/domain/submission'
import { now } from './clock'
import { countOffersSince } from './data/submissions'
import { refusal } from './errors'

/** Answering what HQ asked may take photos too: one more than may be sent. */
export const ensureMayUpload = async (owner: Owner): Promise<void> => {
  if ((await countOffersSince(owner, now())) > OFFERS_A_DAY[owner.by]) throw refusal('offers-a-day', 'photos')
}
