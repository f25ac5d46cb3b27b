// Which addresses are told what happened, and how far is it told? Addresses change only as they were seen.
import type { WebhookId } from '@shared/domain/ids'
import { HOOKS_MAX, type Webhook } from '@shared/domain/webhook'
import { addedTo, collection, EVERYTHING, raisedTo } from '../collection'

const hooks = collection<Webhook>('webhooks')
/** posts: up to which instant changed posts were looked at. deals: up to which day the sums were told. */
type HookHead = { _id: 'posts' | 'rosters'; at: number } | { _id: 'deals'; day: string }
const heads = collection<{ _id: string; at?: number; day?: string }>('hookheads')

export const findHook = (id: WebhookId): Promise<Webhook | null> => hooks.get(id)
export const listHooks = (): Promise<Webhook[]> => hooks.find(EVERYTHING, { order: [['_id', 'asc']], limit: HOOKS_MAX })
export const countHooks = async (): Promise<number> => (await listHooks()).length

/** False when one of that id is there. */
export const insertHook = (hook: Webhook): Promise<boolean> => hooks.insertIfAbsent(hook)

/** False when it has been saved since it was seen. */
export const changeHook = async (
  { _id, rev }: Pick<Webhook, '_id' | 'rev'>,
  to: Partial<Omit<Webhook, '_id'>>,
): Promise<boolean> => (await hooks.change({ _id, rev }, to)) > 0

export const removeHook = (id: WebhookId): Promise<number> => hooks.remove({ _id: id })

export const noteHeard = (_id: WebhookId, at: number): Promise<number> =>
  hooks.change({ _id }, { lastOkAt: raisedTo(at), deadInRow: 0 })
export const noteFailed = (_id: WebhookId, at: number): Promise<number> =>
  hooks.change({ _id }, { lastFailedAt: raisedTo(at) })
/** One more telling was put aside. */
export const noteDead = (_id: WebhookId): Promise<number> => hooks.change({ _id }, { deadInRow: addedTo(1) })
/** Switched off by itself, unless somebody has saved it since. */
export const switchOff = ({ _id, rev }: Pick<Webhook, '_id' | 'rev'>, offReason: string): Promise<number> =>
  hooks.change({ _id, rev, on: true }, { on: false, offReason })

export const findHookHead = async (id: HookHead['_id']) => heads.get(id)
/** Two that write at once write much the same; what is looked at twice is queued once. */
export const putHookHead = (head: HookHead): Promise<void> => heads.put(head)
