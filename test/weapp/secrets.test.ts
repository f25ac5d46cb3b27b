// Does anything that is handed out hold what only the cloud, or only the builder, may know?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { functions } from '../../cloudbaserc.json'
import { leaksIn } from '../../tools/deploy/leaks'

const HANDED_OUT = ['dist/weapp', 'dist/h5']
const BUILT = [...HANDED_OUT, 'dist/cloudfunctions']

/** Variables of the functions, whose very names are no business of a phone's. */
const SECRET = /KEY|SECRET|TOKEN|PASSWORD/
const named = [...new Set(functions.flatMap(({ envVariables }) => Object.keys(envVariables)))].filter((name) =>
  SECRET.test(name),
)

test('there are secrets to look for', () => {
  expect(named).toEqual(expect.arrayContaining(['RIPPLE_PERSON_KEY', 'RIPPLE_AI_KEY']))
})

test.each(HANDED_OUT)('%s names none of them', (dir) => {
  const names = Object.fromEntries(named.map((name, n) => [`TOKEN_${n}`, name]))
  expect(leaksIn([dir], names)).toEqual([])
})

test.each(BUILT)('%s holds no secret of whoever built it, and nothing of the form of a key', (dir) => {
  expect(leaksIn([dir], process.env)).toEqual([])
})

describe('a file that is handed out', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'leaks-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const env = { RIPPLE_PERSON_KEY: 'the-firms-own-key', TCB_ENV_ID: 'ripple-prod-1234', npm_token: 'x' }
  test.each([
    ['a setting that is secret', 'const k="the-firms-own-key"', true],
    ['one that is not', 'const e="ripple-prod-1234"', false],
    ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${'A'.repeat(64)}`, true],
    ['the words around one', '-----BEGIN PRIVATE KEY----- and then?', false],
    ['an id of Tencent’s', `AKID${'a1'.repeat(16)}`, true],
  ])('holds %s', (_, text, leaks) => {
    writeFileSync(path.join(dir, 'app.js'), text)
    expect(leaksIn([dir], env)).toEqual(leaks ? [path.join(dir, 'app.js')] : [])
  })
})
