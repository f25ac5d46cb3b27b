// Does anything that is handed out hold what only the cloud, or only the builder, may know?
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { functions } from '../../cloudbaserc.json'

const HANDED_OUT = ['dist/weapp', 'dist/h5']
const BUILT = [...HANDED_OUT, 'dist/cloudfunctions']

type File = { name: string; text: string }
const filesIn = (dir: string): File[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|json|map|html|wxml|wxss|css|wxs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((name) => ({ name, text: readFileSync(name, 'utf8') }))

const holding = (dir: string, isThere: (text: string) => boolean): string[] =>
  filesIn(dir).flatMap(({ name, text }) => (isThere(text) ? [name] : []))

/** Variables of the functions, whose very names are no business of a phone's. */
const SECRET = /KEY|SECRET|TOKEN|PASSWORD/
const named = [...new Set(functions.flatMap(({ envVariables }) => Object.keys(envVariables)))].filter((name) =>
  SECRET.test(name),
)

test('there are secrets to look for', () => {
  expect(named).toEqual(expect.arrayContaining(['RIPPLE_PERSON_KEY', 'RIPPLE_AI_KEY']))
})

test.each(HANDED_OUT)('%s names none of them', (dir) => {
  expect(holding(dir, (text) => named.some((name) => text.includes(name)))).toEqual([])
})

/** By their form: a private key with its body, Tencent's and OpenAI's ids, a bearer token that was signed. */
const KEYS = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\n|\s)+[A-Za-z0-9+/=]{40}/,
  /\bAKID[A-Za-z0-9]{32}\b/,
  /\bsk-[A-Za-z0-9]{32,}\b/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}/,
]

test.each(BUILT)('%s holds nothing of the form of a key', (dir) => {
  expect(holding(dir, (text) => KEYS.some((key) => key.test(text)))).toEqual([])
})

/** Too short a value stands anywhere by chance. */
const TELLING = 12
const ofTheBuilder = Object.entries(process.env).flatMap(([name, value = '']) =>
  SECRET.test(name) && value.length >= TELLING ? [value] : [],
)

test.each(BUILT)('%s holds no secret of whoever built it', (dir) => {
  expect(holding(dir, (text) => ofTheBuilder.some((value) => text.includes(value)))).toEqual([])
})
