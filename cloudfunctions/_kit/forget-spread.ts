// Her passing-on is no longer to be known: her shares are nobody's at once, and what was worked out with her goes.
import type { Pair } from './data/consents'
import { detachSharesFrom } from './data/shares'
import { dropSpread, markSpreadsStale } from './data/spreads'

/** known: she was until now. Else she stands nowhere, unless a crash left her there: then the job takes her out. */
export const forgetSpread = async ({ repId, personId }: Pair, known: boolean): Promise<void> => {
  const detached = await detachSharesFrom(repId, personId)
  if (known || detached > 0) await dropSpread(repId)
  else await markSpreadsStale([repId])
}
