// Is what we build on exactly what we looked at? Asked of the lock file alone, so that it needs no network.
import { readFileSync } from 'node:fs'
import { verdictOf } from '../../tools/audit-verdict'

type Locked = {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  dev?: boolean
  link?: boolean
  hasInstallScript?: boolean
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const packages = Object.entries(lock.packages).filter(([place]) => place !== '')
const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('every package we name is pinned to one version, and the lock holds that one', () => {
  for (const [name, version] of [
    ...Object.entries(manifest.dependencies ?? {}),
    ...Object.entries(manifest.devDependencies ?? {}),
    ...Object.entries(manifest.overrides ?? {}),
  ]) {
    const exact = version.replace(/^npm:[\w@/-]+@/, '') // under a name of our own
    expect([name, exact]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+(-[\w.]+)?$/)])
    expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, exact])
  }
})

test('every package is held to its content, and to no place but the registry of whoever installs', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^omit-lockfile-registry-resolved=true$/m)
  const loose = packages.filter(
    ([, { integrity = '', resolved, link }]) =>
      !/^sha512-[A-Za-z0-9+/]{86}==/.test(integrity) || resolved !== undefined || link,
  )
  expect(loose).toEqual([])
})

/** What would like to run while it is installed; none does, for all work without it. */
const WANT_TO_RUN = [
  ...['@lingui/cli/node_modules/esbuild', '@parcel/watcher', '@swc/core', '@tarojs/binding', '@tarojs/cli'],
  ...['@tarojs/helper/node_modules/@swc/core', '@tarojs/helper/node_modules/esbuild', 'esbuild', 'unrs-resolver'],
  ...['@tarojs/webpack5-runner/node_modules/esbuild', 'core-js', 'core-js-pure'],
]

test('nothing runs while it is installed, and what would like to is known by name', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
  const wanting = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => place.slice(13))
  expect(wanting.filter((name) => !WANT_TO_RUN.includes(name))).toEqual([])
})

/** Leave to use and pass on, with the name kept. */
const FREE = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'Zlib']
const ALSO_FREE = [...FREE, 'MIT-0', 'CC0-1.0', 'Python-2.0', 'OFL-1.1']
/** Others, by name and why they may be here. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  '@img/sharp': 'LGPL: libvips, loaded as a library of its own and not changed',
  'caniuse-lite': 'CC-BY: data that builds read',
  'webpack-chain': 'MPL: part of the build, not changed',
  '@cloudbase/signature-nodejs': 'names none: Tencent’s own, part of the node-sdk',
  '@cloudbase/wx-cloud-client-sdk': 'names none: Tencent’s own, part of the node-sdk',
  'cli-table': 'names none in its manifest: MIT by its LICENSE',
  'string.fromcodepoint': 'names none in its manifest: MIT by its LICENSE',
}

/** Of several to choose from one is enough; of several together all have to be. */
const isFree = (license: string): boolean =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => ALSO_FREE.includes(one)))

test('every licence lets us use it, or was looked at', () => {
  const others = packages.filter(([place, { license = '', dev }]) => {
    if (isFree(license)) return false
    const name = nameOf(place)
    // what only builds or tests may be under a licence that holds for changed copies of itself
    if (dev && license === 'MPL-2.0') return false
    return !Object.keys(LOOKED_AT).some((known) => name === known || name.startsWith(`${known}-`))
  })
  expect(others.map(([place, { license }]) => `${place}: ${license}`)).toEqual([])
})

describe('what is known of faults', () => {
  const found = (severity: string) => JSON.stringify({ vulnerabilities: { left: { severity } } })
  test.each<[string, string, boolean, RegExp]>([
    ['a grave one stops', found('high'), false, /grave.*left \(high\)/],
    ['the gravest too', found('critical'), false, /left \(critical\)/],
    ['a lesser one is told', found('moderate'), true, /asked: 1/],
    ['none', JSON.stringify({ vulnerabilities: {} }), true, /asked: 0/],
    ['a registry that does not answer', JSON.stringify({ message: '405 Method Not Allowed' }), true, /not asked/],
    ['no network at all', '', true, /not asked/],
  ])('%s', (_, answer, ok, says) => {
    expect(verdictOf(answer, {}, '2026-11-23')).toEqual({ ok, says: expect.stringMatching(says) })
  })

  test('one that was looked at is let through until its day', () => {
    const accepted = { left: { why: 'never called with what strangers send', until: '2026-12-31' } }
    expect(verdictOf(found('high'), accepted, '2026-12-31').ok).toBe(true)
    expect(verdictOf(found('high'), accepted, '2027-01-01').ok).toBe(false)
  })
})
