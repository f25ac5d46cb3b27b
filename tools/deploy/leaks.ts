// Does anything that is handed out hold what only the cloud, or only the builder, may know?
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DEPLOY_SETTINGS, FUNCTION_SETTINGS } from './settings.data'

type Env = Readonly<Record<string, string | undefined>>

/** Too short a value stands anywhere by chance. */
const TELLING = 12
const SETTINGS = [...FUNCTION_SETTINGS, ...DEPLOY_SETTINGS]
const SECRET_NAME = /KEY|SECRET|TOKEN|PASSWORD/

/** By their form: a private key with its body, Tencent's and OpenAI's ids, a bearer token that was signed. */
const FORMS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\n|\s)+[A-Za-z0-9+/=]{40}/,
  /\bAKID[A-Za-z0-9]{32}\b/,
  /\bsk-[A-Za-z0-9]{32,}\b/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/,
]

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|json|map|html|wxml|wxss|css|wxs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))

/** What the builder's environment holds in secret, whatever it is called there. */
const secretsOf = (env: Env): string[] =>
  Object.entries(env).flatMap(([name, value = '']) => {
    const isSecret = SETTINGS.find((one) => one.name === name)?.secret ?? SECRET_NAME.test(name)
    return isSecret && value.length >= TELLING ? [value] : []
  })

/** The files in `dirs` that hold one of the builder's secrets, or something of the form of a key; which secret is not told. */
export const leaksIn = (dirs: readonly string[], env: Env): string[] => {
  const secrets = secretsOf(env)
  return dirs.flatMap(filesIn).filter((file) => {
    const text = readFileSync(file, 'utf8')
    return secrets.some((secret) => text.includes(secret)) || FORMS.some((form) => form.test(text))
  })
}
