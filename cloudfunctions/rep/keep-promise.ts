// She did what she promised; or takes that back.
import { sayNo, sayYes } from '@shared/domain/last-word'
import { now } from '../_kit/clock'
import { findPromise, markPromise } from '../_kit/data/promises'
import { found, refusal } from '../_kit/errors'
import { ensureOwnEntry } from '../_kit/own-entry'
import type { Handler } from '../_kit/serve'
import { showPromise } from '../_kit/show-file'

const TRIES = 6 // so many times another phone of hers may be faster

/** Kept once, said twice: the first time counts. Of several phones the last said holds. */
export const keepPromise: Handler<'rep', 'promise.keep'> = async ({ promiseId, kept, agoMs }, { caller }) => {
  const said = now() - agoMs
  for (let left = TRIES; left > 0; left--) {
    const promise = found(await findPromise(promiseId), 'no-such-entry', 'promiseId')
    await ensureOwnEntry(caller.member._id, promise, 'promiseId')
    const at = Math.max(promise.madeAt, said)
    const was = { since: promise.keptAt, saidAt: promise.keptSaidAt, unsaidAt: promise.unkeptSaidAt }
    const { since, saidAt, unsaidAt } = kept ? sayYes(was, at) : sayNo(was, at)
    const change = {
      ...{ keptAt: since, open: since === null },
      ...(saidAt !== undefined && { keptSaidAt: saidAt }),
      ...(unsaidAt !== undefined && { unkeptSaidAt: unsaidAt }),
    }
    if (await markPromise(promise, change)) return showPromise({ ...promise, ...change })
  }
  throw refusal('busy', 'promiseId')
}
