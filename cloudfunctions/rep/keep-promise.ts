// She did what she promised; or takes that back.
import { now } from '../_kit/clock'
import { findPromise, markPromise } from '../_kit/data/promises'
import { found } from '../_kit/errors'
import { ensureOwnEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'
import { showPromise } from '../_kit/show-file'

/** Kept once, said twice: the first time counts. */
export const keepPromise: Handler<'rep', 'promise.keep'> = async ({ promiseId, kept, agoMs }, { caller }) => {
  const promise = found(await findPromise(promiseId), 'no-such-entry', 'promiseId')
  await ensureOwnEntry(caller.member._id, promise)
  if (promise.open === !kept) return showPromise(promise)
  const keptAt = kept ? Math.max(promise.madeAt, now() - agoMs) : null
  await markPromise(promiseId, keptAt)
  return showPromise({ ...promise, keptAt, open: !kept })
}
