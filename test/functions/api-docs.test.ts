// Is the page of the interface what the contracts say today, and does what it shows work?
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { signatureOf } from '../../cloudfunctions/_kit/sign-body'
import { api } from '../../shared/contracts'
import { openApi } from '../../shared/contracts/open'
import { writeApiPage } from '../../tools/api-docs/page'

const root = path.resolve(__dirname, '../..')
const page = readFileSync(path.join(root, 'docs/api.md'), 'utf8')

it('docs/api.md is as `node tools/run.mjs api-docs` writes it', () => {
  expect(page).toBe(writeApiPage(root))
})

it('names every action and every path, with who may call', () => {
  for (const [fn, actions] of Object.entries(api))
    for (const action of Object.keys(actions))
      expect(page).toMatch(new RegExp(`#### ${fn}/${action}\n[\\s\\S]{0,1200}?Who: `))
  for (const { method, path: at } of Object.values(openApi)) expect(page).toContain(`#### ${method} ${at}\n`)
})

describe('the example of how to check a signature', () => {
  const source = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const isFromRipple: (secret: string, signature: string, body: string, now: number) => boolean = new Function(
    'createHmac',
    'timingSafeEqual',
    `${source.replace(/^import .*$/m, '').replace('export const', 'const')}\nreturn isFromRipple`,
  )(createHmac, (a: Buffer, b: Buffer) => a.equals(b))
  const at = 1_790_000_000_000
  const signature = signatureOf('whsec_x', '{"a":1}', at)

  it.each([
    ['what we sent', 'whsec_x', signature, '{"a":1}', at, true],
    ['what we sent five minutes ago', 'whsec_x', signature, '{"a":1}', at + 299_000, true],
    ['what we sent long ago', 'whsec_x', signature, '{"a":1}', at + 301_000, false],
    ['another body', 'whsec_x', signature, '{"a":2}', at, false],
    ['another key', 'whsec_y', signature, '{"a":1}', at, false],
    ['no signature', 'whsec_x', '', '{"a":1}', at, false],
  ] as const)('%s', (_, secret, signed, body, now, is) => expect(isFromRipple(secret, signed, body, now)).toBe(is))
})
