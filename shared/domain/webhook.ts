// Whom else do we tell what happened, and what if they do not listen? Addresses of the firm's own programs, told of posts,
// rosters and sums, never of a customer; each telling is tried a while, more and more rarely, then put aside.
import type { MemberId, WebhookId } from './ids'

export const HOOK_EVENTS = [
  'post.published',
  'post.recalled',
  'post.expired',
  'roster.applied',
  'talk.deals', // how many talks of a day ended in a deal
  'ops.alert', // something of the product itself is amiss
  'ops.clear', // it is over
] as const
export type HookEvent = (typeof HOOK_EVENTS)[number]

export type Webhook = {
  _id: WebhookId
  rev: number
  name: string
  url: string
  events: HookEvent[]
  on: boolean
  secretRev: number // its key is derived from our own, its id and this: counting up makes a new one
  byId: MemberId
  byName: string
  at: number
  since: number // tells only what happened from then on
  /** Tellings in a row that were put aside; enough of them switch it off. */
  deadInRow: number
  offReason: string // why it was switched off by itself; '' while it was not
  lastOkAt: number | null
  lastFailedAt: number | null
}

export const DELIVERY_STATES = ['waiting', 'sent', 'dead'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]
/** `_id` is `${eventId}.${webhookId}`: one event is told to one address under one id, however often it is tried. */
export type Delivery = {
  _id: string
  webhookId: WebhookId
  eventId: string
  event: HookEvent
  at: number
  body: string // signed and sent as it stands
  state: DeliveryState
  tries: number // since it was queued, or played again
  nextAt: number
  replays: number
  status: number | null // what the other side answered last
  fault: DeliveryFault | null
  settledAt: number | null
}
export type DeliveryFault =
  | 'refused' // an answer other than 2xx
  | 'redirect' // never followed
  | 'timeout'
  | 'unreachable'
  | 'not-public' // its name leads into a private network
  | 'hook-off'

export const HOOKS_MAX = 20
export const HOOK_NAME_MAX = 30
export const HOOK_URL_MAX = 300
export const TRIES_MAX = 10
/** So many tellings put aside in a row switch an address off. */
export const DEAD_MAX = 5
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 6 * 3_600_000
/** How much a wait may be longer or shorter, so that what failed together is not tried together. */
const SPREAD = 0.2

/** A number in [0, 1) that is always the same for the same text (FNV-1a). */
export const spreadOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  // its last bits mix best
  return ((hash ^ (hash >>> 15)) & 0xffff) / 0x10000
}

/** How long to wait after the nth try: 30 s, doubled each time, at most 6 h, a fifth more or less. */
export const waitAfter = (tries: number, deliveryId: string): number => {
  const plain = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1))
  return Math.round(plain * (1 - SPREAD + 2 * SPREAD * spreadOf(`${deliveryId}.${tries}`)))
}

export type Sent = { status: number } | { fault: Exclude<DeliveryFault, 'refused' | 'redirect' | 'hook-off'> }
export type Settled = Pick<Delivery, 'state' | 'nextAt' | 'status' | 'fault' | 'settledAt'>

/** What becomes of a telling after its nth try. */
export const settle = (delivery: Pick<Delivery, '_id' | 'tries'>, sent: Sent, now: number): Settled => {
  const status = 'status' in sent ? sent.status : null
  if (status !== null && status >= 200 && status < 300)
    return { state: 'sent', nextAt: now, status, fault: null, settledAt: now }
  const fault = 'fault' in sent ? sent.fault : sent.status >= 300 && sent.status < 400 ? 'redirect' : 'refused'
  // 410: the other side says itself that nobody will listen there again
  if (delivery.tries >= TRIES_MAX || status === 410)
    return { state: 'dead', nextAt: now, status, fault, settledAt: now }
  return { state: 'waiting', nextAt: now + waitAfter(delivery.tries, delivery._id), status, fault, settledAt: null }
}

export type UrlFault = 'not-an-address' | 'https-only' | 'no-passwords' | 'bad-port' | 'private-address'

const PRIVATE_NAMES = /^(?:localhost|.*\.(?:localhost|local|internal|lan|home|corp|intranet))$/

/**
 * May this be an address to tell? What its name leads to is looked at again each time something is sent there. local: this
 * machine may be told in the clear, as the local cloud does.
 */
export const faultOfUrl = (text: string, local: boolean): UrlFault | null => {
  const found = /^(https?):\/\/([^/?#\s]+)(?:[/?#]\S*)?$/i.exec(text)
  if (!found?.[1] || !found[2]) return 'not-an-address'
  const authority = found[2]
  if (authority.includes('@')) return 'no-passwords'
  const parts = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i.exec(authority)
  if (!parts?.[1]) return 'not-an-address'
  const host = parts[1].toLowerCase().replace(/\.$/, '')
  if (local && host === '127.0.0.1') return null
  if (found[1].toLowerCase() !== 'https') return 'https-only'
  const port = parts[2] === undefined ? 443 : Number(parts[2])
  if (port !== 443 && (port < 1_024 || port > 65_535)) return 'bad-port'
  if (PRIVATE_NAMES.test(host)) return 'private-address'
  // numbers in every spelling (0x7f.1, 2130706433, [::1]): names have a letter at their end
  return host.startsWith('[') || !/\.[a-z][a-z0-9-]*$/.test(host) ? 'private-address' : null
}
