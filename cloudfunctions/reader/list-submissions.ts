// What did this customer offer, and what became of it?
import { listOffers } from '../_kit/own-offer'
import type { Handler } from '../_kit/serve'

export const listSubmissions: Handler<'reader', 'submission.own'> = (_, { caller: { personId } }) =>
  listOffers({ by: 'customer', personId })
