// An address is told no more; what was told stays listed for as long as tellings are kept.
import { removeDeliveriesOf } from '../_kit/data/deliveries'
import { findHook, removeHook } from '../_kit/data/webhooks'
import type { Handler } from '../_kit/serve'
import { signed } from '../_kit/signed'

export const dropWebhook: Handler<'hq', 'webhook.drop'> = async ({ webhookId }, { caller: { member } }) => {
  const hook = await findHook(webhookId)
  if (!hook) return {}
  const { name, url, rev, at } = hook
  const signing = { by: member, act: 'webhook.dropped' as const, of: `webhook.${webhookId}`, rev }
  await signed({ ...signing, facts: { name, url, made: at } }, async () => {
    await removeHook(webhookId)
    return true
  })
  await removeDeliveriesOf(webhookId)
  return {}
}
