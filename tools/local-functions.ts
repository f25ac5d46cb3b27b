// The functions of cloudbaserc.json with the settings a local cloud gives them.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FunctionConfig } from '../emulator'

/** HTTP access: below which path which function answers; on the platform `tcb service create -p /open -f open`. */
export const HTTP_PATHS = { '/open': 'open' } as const

type Deployment = { functions: FunctionConfig[] }

/** The key that turns an openid into a person's id: made once per data folder, as an operator would set it once. */
const personKey = (dataDir: string): string => {
  const file = path.join(dataDir, 'person.key')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}

/** `readerUrl`: where links and ordinary QR codes lead readers, e.g. http://127.0.0.1:8804 */
export const localFunctions = (dataDir: string, readerUrl: string): FunctionConfig[] => {
  const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as Deployment
  const settings = {
    RIPPLE_PERSON_KEY: personKey(dataDir),
    RIPPLE_READER_URL: readerUrl,
    // the local WeChat delivers one-time messages to its log; 用工 messages need a mini program that really exists
    RIPPLE_SUBSCRIBE_TEMPLATE: 'local-subscribe-template',
    RIPPLE_RATE_TIMES: '100', // every browser on this machine has the same address
    RIPPLE_HOOKS_LOCAL: 'yes', // webhooks may be tried against a program on this machine
  }
  return functions.map((one) => ({ ...one, envVariables: { ...one.envVariables, ...settings } }))
}
