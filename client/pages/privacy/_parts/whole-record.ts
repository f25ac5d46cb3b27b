// All that is kept of her, asked anew when she takes it with her: what this page shows, and what has pages of its own.
import type { OwnPartner } from '@shared/contracts/partner'
import type { OwnOffer } from '@shared/contracts/submission'
import { call } from '@/platform/call'
import type { Privacy } from './use-privacy'
import type { Voice } from './use-voices'

export type WholeRecord = Omit<Privacy, 'partner' | 'offers'> & {
  voices: Voice[]
  offers: OwnOffer[]
  partners: OwnPartner[] // her account with each store she is or was a partner of
}

export const askWholeRecord = async (): Promise<WholeRecord> => {
  const { partner, offers: offered, ...privacy } = await call('reader', 'privacy.see', {})
  const [{ voices }, { offers }, { partners }] = await Promise.all([
    call('reader', 'poll.voices', {}),
    offered ? call('reader', 'submission.own', {}) : { offers: [] },
    partner ? call('reader', 'partner.see', {}) : { partners: [] },
  ])
  return { ...privacy, voices, offers, partners }
}
