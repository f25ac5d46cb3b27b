// She made no such promise after all: it goes.
import { findPromise, removePromise } from '../_kit/data/promises'
import { ensureOwnEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'

export const dropPromise: Handler<'rep', 'promise.drop'> = async ({ promiseId }, { caller: { member } }) => {
  const promise = await findPromise(promiseId)
  if (promise?.repId !== member._id) return { dropped: false }
  await ensureOwnEntry(member._id, promise)
  return { dropped: (await removePromise(promiseId)) > 0 }
}
