// How is one event told? Signed, to one checked address, once, with little patience: what the other side answers beside its
// status is not read, and where it points to is not followed.
import http from 'node:http'
import https from 'node:https'
import type { Delivery, Sent, Webhook } from '@shared/domain/webhook'
import { hookSecret, signatureOf } from './sign-body'
import { findPlace, type Place } from './webhook-address'

/** From connecting to the status line. */
const ANSWER_WITHIN_MS = 5_000

type Telling = Pick<Delivery, 'eventId' | 'event' | 'body' | 'tries'>

const headersOf = (hook: Webhook, { eventId, event, body, tries }: Telling, now: number) => ({
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(body),
  'user-agent': 'Ripple-Webhook/1',
  'ripple-event': event,
  'ripple-id': eventId, // the same for every try: whoever has it already can leave it
  'ripple-try': String(tries),
  'ripple-signature': signatureOf(hookSecret(hook), body, now),
})

const post = (url: URL, place: Place, sending: { headers: http.OutgoingHttpHeaders; body: string }): Promise<Sent> =>
  new Promise((resolve) => {
    const client = url.protocol === 'https:' ? https : http
    const request = client.request(url, {
      method: 'POST',
      headers: sending.headers,
      agent: false, // a connection of its own, to the address that was looked at
      lookup: (_host, options, done) => {
        if (options.all) done(null, [place])
        else done(null, place.address, place.family)
      },
    })
    const end = (sent: Sent) => {
      clearTimeout(timer)
      request.destroy()
      resolve(sent)
    }
    const timer = setTimeout(() => end({ fault: 'timeout' }), ANSWER_WITHIN_MS)
    request.on('response', ({ statusCode = 0 }) => end({ status: statusCode }))
    request.on('error', () => end({ fault: 'unreachable' }))
    request.end(sending.body)
  })

export const sendHook = async (hook: Webhook, telling: Telling, now: number): Promise<Sent> => {
  const url = new URL(hook.url)
  const looked = await findPlace(url.hostname)
  if ('fault' in looked) return looked
  return post(url, looked.place, { headers: headersOf(hook, telling, now), body: telling.body })
}
