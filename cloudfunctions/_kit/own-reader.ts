// How does this rep know the one who is calling? Only while her consent is in force.

import { readerIdOf } from '@shared/domain/ids'
import type { Reader } from '@shared/domain/reader'
import { findConsentInForce, type Pair } from './data/consents'
import { findReader } from './data/readers'
import { found } from './errors'
import { knowReader } from './profiles'

export const findOwnReader = async (pair: Pair): Promise<Reader> => {
  const id = readerIdOf(pair.repId, pair.personId)
  const consent = found(await findConsentInForce(pair), 'no-consent', 'repId')
  return found((await findReader(id)) ?? (await knowReader(consent)), 'no-consent', 'repId')
}
