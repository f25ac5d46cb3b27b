// Does the code we give to those who receive our events believe us, just now, and nobody else?
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isDeeperThan } from '../../cloudfunctions/_kit/depth'
import { signatureOf } from '../../cloudfunctions/_kit/sign-body'
import { REQUEST_DEPTH_MAX } from '../../shared/domain/limits'

type IsFromRipple = (secret: string, signature: string | undefined, body: string, now?: number) => boolean

/** As it stands in docs/api.md. */
const sample = (): IsFromRipple => {
  const [, code = ''] = /```js\n([\s\S]*?isFromRipple[\s\S]*?)```/.exec(readFileSync('docs/api.md', 'utf8')) ?? []
  const body = code.replace(/^import .*$/m, '').replace('export const isFromRipple =', 'return')
  return new Function('createHmac', 'timingSafeEqual', body)(createHmac, timingSafeEqual)
}

const AT = Date.UTC(2026, 10, 23)
const MINUTE_MS = 60_000
const [SECRET, BODY] = ['whsec_one', '{"id":"post.published.1"}']
const signed = signatureOf(SECRET, BODY, AT)

test.each<[string, boolean, Parameters<IsFromRipple>]>([
  ['just now', true, [SECRET, signed, BODY, AT]],
  ['clocks a little apart', true, [SECRET, signed, BODY, AT - MINUTE_MS]],
  ['the same once more, an hour later', false, [SECRET, signed, BODY, AT + 60 * MINUTE_MS]],
  [
    'an old one with a new time written on it',
    false,
    [SECRET, signed.replace(/^t=\d+/, `t=${AT / 1000 + 3600}`), BODY, AT + 60 * MINUTE_MS],
  ],
  ['from the future', false, [SECRET, signatureOf(SECRET, BODY, AT + 60 * MINUTE_MS), BODY, AT]],
  ['another body', false, [SECRET, signed, BODY.replace('1', '2'), AT]],
  ['signed with another secret', false, [SECRET, signatureOf('whsec_two', BODY, AT), BODY, AT]],
  ['cut short', false, [SECRET, signed.slice(0, -2), BODY, AT]],
  ['none', false, [SECRET, undefined, BODY, AT]],
])('%s', (_, believed, args) => expect(sample()(...args)).toBe(believed))

test('how deep something lies is seen however deep it is, and whatever is usual passes', () => {
  const nested = (levels: number): unknown => JSON.parse(`${'{"a":['.repeat(levels / 2)}${']}'.repeat(levels / 2)}`)
  expect(isDeeperThan(nested(REQUEST_DEPTH_MAX - 2), REQUEST_DEPTH_MAX)).toBe(false)
  expect(isDeeperThan(nested(REQUEST_DEPTH_MAX + 4), REQUEST_DEPTH_MAX)).toBe(true)
  expect(isDeeperThan(nested(40_000), REQUEST_DEPTH_MAX)).toBe(true)
  for (const flat of [undefined, null, 7, 'text', [], { a: [{ b: null }] }])
    expect(isDeeperThan(flat, REQUEST_DEPTH_MAX)).toBe(false)
})
