// What she promised a contact: made, kept, taken back.
import { tell } from './tell'
import type { ContactSheet, ShownPromise } from './use-sheet'

const inOrder = (promises: readonly ShownPromise[]): ShownPromise[] =>
  [...promises].sort((a, b) => {
    if ((a.keptAt === null) !== (b.keptAt === null)) return a.keptAt === null ? -1 : 1
    return a.keptAt === null || b.keptAt === null ? (a.dueDay < b.dueDay ? -1 : 1) : b.keptAt - a.keptAt
  })

const withPromise = (known: ContactSheet, promise: ShownPromise): ContactSheet => ({
  ...known,
  promises: inOrder([promise, ...known.promises.filter((one) => one.promiseId !== promise.promiseId)]),
})

type NewPromise = Pick<ShownPromise, 'promiseId' | 'contactId' | 'text' | 'dueDay'>

export const makePromise = (promise: NewPromise) =>
  tell(
    { key: `promise.${promise.promiseId}`, action: 'promise.make', payload: promise },
    {
      at: promise.contactId,
      change: (known) => withPromise(known, { ...promise, madeAt: Date.now(), keptAt: null }),
      settle: withPromise,
    },
  )

/** kept false takes it back. */
export const keepPromise = (promise: ShownPromise, kept: boolean) =>
  tell(
    {
      key: `promise.${promise.promiseId}.kept`,
      action: 'promise.keep',
      payload: { promiseId: promise.promiseId, kept, agoMs: 0 },
    },
    {
      at: promise.contactId,
      change: (known) => withPromise(known, { ...promise, keptAt: kept ? Date.now() : null }),
      settle: withPromise,
    },
  )

export const dropPromise = ({ promiseId, contactId }: ShownPromise) =>
  tell(
    { key: `promise.${promiseId}`, action: 'promise.drop', payload: { promiseId } },
    {
      at: contactId,
      change: (known) => ({ ...known, promises: known.promises.filter((one) => one.promiseId !== promiseId) }),
    },
  )
