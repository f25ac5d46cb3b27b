// HQ names an address to be told, changes one, or gives it a new key; saved only over what she saw.
import type { WebhookId } from '@shared/domain/ids'
import type { Member } from '@shared/domain/member'
import { faultOfUrl, HOOKS_MAX, type Webhook } from '@shared/domain/webhook'
import { now } from '../_kit/clock'
import { changeHook, countHooks, findHook, insertHook } from '../_kit/data/webhooks'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { hooksStayLocal } from '../_kit/settings'
import { hookSecret } from '../_kit/sign-body'
import { signed } from '../_kit/signed'

type Words = Pick<Webhook, 'name' | 'url' | 'events' | 'on'>
type Saved = { webhookId: WebhookId; rev: number; words: Words; newSecret: boolean }

/** What would be stored: switched on again it is told of what happens from now on, with its failures forgotten. */
const after = (before: Webhook | null, { webhookId, rev, words, newSecret }: Saved, member: Member): Webhook => {
  const at = now()
  const made: Webhook = before ?? {
    ...{ _id: webhookId, rev: 0, secretRev: 0, byId: member._id, byName: member.name, at, since: at, ...words },
    ...{ deadInRow: 0, offReason: '', lastOkAt: null, lastFailedAt: null },
  }
  const isFresh = words.on && !(before?.on ?? false)
  return {
    ...{ ...made, ...words, rev: rev + 1, secretRev: made.secretRev + (before && newSecret ? 1 : 0) },
    ...(isFresh && { since: at, deadInRow: 0 }),
    ...(words.on && { offReason: '' }),
  }
}

const isSame = (stored: Webhook, words: Words): boolean =>
  stored.name === words.name &&
  stored.url === words.url &&
  stored.on === words.on &&
  stored.events.join() === words.events.join()

export const saveWebhook: Handler<'hq', 'webhook.save'> = async (
  { webhookId, rev, newSecret, ...words },
  { caller: { member } },
) => {
  const fault = faultOfUrl(words.url, hooksStayLocal())
  if (fault) throw refusal(fault, 'url')
  const before = await findHook(webhookId)
  const tell = (hook: Webhook) => ({
    ...{ webhookId, rev: hook.rev, secret: rev === 0 || newSecret ? hookSecret(hook) : null },
  })
  // this very request came before, and its answer was lost
  if (before?.rev === rev + 1 && isSame(before, words)) return tell(before)
  if ((before?.rev ?? 0) !== rev) throw refusal(before ? 'stale-version' : 'no-such-hook', 'rev')
  if (!before && (await countHooks()) >= HOOKS_MAX) throw refusal('too-many-hooks', 'webhookId')
  const hook = after(before, { webhookId, rev, words, newSecret }, member)
  const facts = { name: words.name, url: words.url, events: words.events.join(' '), on: words.on, newSecret }
  const { _id, ...to } = hook
  await signed(
    { by: member, act: 'webhook.saved', after: 'webhook.dropped', of: `webhook.${webhookId}`, rev, facts },
    () => (before ? changeHook(before, to) : insertHook(hook)),
    refusal('stale-version', 'rev'),
  )
  return tell(hook)
}
