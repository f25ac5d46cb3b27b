// What did she offer, and what became of it?
import { listOffers } from '../_kit/own-offer'
import type { Handler } from '../_kit/serve'

export const listSubmissions: Handler<'rep', 'submission.list'> = (_, { caller: { member } }) =>
  listOffers({ by: 'rep', repId: member._id })
