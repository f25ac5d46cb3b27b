// Who is to be told something now? What is due is sent, a few at a time; what nobody hears waits longer each time.
import type { WebhookId } from '@shared/domain/ids'
import { DEAD_MAX, type Delivery, settle, type Webhook } from '@shared/domain/webhook'
import { now as clock } from '../_kit/clock'
import { claimDelivery, listDue, settleDelivery } from '../_kit/data/deliveries'
import { findHook, noteDead, noteFailed, noteHeard, switchOff } from '../_kit/data/webhooks'
import type { Job } from '../_kit/serve-jobs'
import { sendHook } from '../_kit/webhook-send'

const DUE_MAX = 60
const AT_ONCE = 6
/** No try is begun after this: others need the minute, too. Looking a name up and sending take 8 s together. */
const BEGIN_WITHIN_MS = 8_000
/** Whoever died over a try loses it after this. */
const HELD_MS = 60_000
const OFF_REASON = `${DEAD_MAX} 次推送都没有送到`

type Hooks = ReadonlyMap<WebhookId, Webhook | null>

/** Failures count as they are put aside; enough of them in a row, and nobody is told there any more. */
const noteOutcome = async (hook: Webhook, state: Delivery['state'], now: number): Promise<void> => {
  if (state === 'sent') {
    await noteHeard(hook._id, now)
    return
  }
  await noteFailed(hook._id, now)
  if (state !== 'dead') return
  await noteDead(hook._id)
  const seen = await findHook(hook._id)
  if (seen && seen.deadInRow >= DEAD_MAX) await switchOff(seen, OFF_REASON)
}

const tell = async (seen: Delivery, hook: Webhook | null): Promise<boolean> => {
  const startedAt = clock()
  if (!(await claimDelivery(seen, startedAt + HELD_MS))) return false
  const held = { ...seen, tries: seen.tries + 1, nextAt: startedAt + HELD_MS }
  if (!hook?.on) {
    const off = { state: 'dead' as const, nextAt: startedAt, status: null, fault: 'hook-off' as const }
    await settleDelivery(held, { ...off, settledAt: startedAt })
    return false
  }
  const to = settle(held, await sendHook(hook, held, startedAt), clock())
  if (await settleDelivery(held, to)) await noteOutcome(hook, to.state, clock())
  return to.state === 'sent'
}

/** How many were heard. */
export const sendWebhooks: Job = async (startedAt) => {
  const due = await listDue(startedAt, DUE_MAX)
  const ids = [...new Set(due.map(({ webhookId }) => webhookId))]
  const hooks: Hooks = new Map(await Promise.all(ids.map(async (id) => [id, await findHook(id)] as const)))
  let heard = 0
  for (let at = 0; at < due.length && clock() - startedAt < BEGIN_WITHIN_MS; at += AT_ONCE) {
    const portion = due.slice(at, at + AT_ONCE)
    const told = await Promise.all(portion.map((one) => tell(one, hooks.get(one.webhookId) ?? null)))
    heard += told.filter(Boolean).length
  }
  return heard
}
