// Does the guide say what the code does: settings, interfaces of the phone, what is kept of people?
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { retention } from '../../shared/domain/retention.data'
import { FREE_APIS, IMPERSONAL, KEPT_ITEMS, PHONE_ITEMS } from '../../shared/privacy-declaration.data'
import { schema } from '../../shared/schema'
import { fillGuide, GUIDES, type GuideLang } from '../../tools/deploy/guide'
import { FUNCTION_SETTINGS } from '../../tools/deploy/settings.data'
import { readDeployed, readWanted } from '../../tools/deploy/wanted'

const clientFiles = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
const client = clientFiles.map((file) => readFileSync(path.join('client', file), 'utf8')).join('\n')

/** What WeChat asks leave for (小程序用户隐私保护指引内容介绍), whatever it is called through. */
const GATED =
  /\b(getUserProfile|getUserInfo|getLocation|getFuzzyLocation|startLocationUpdate|chooseLocation|choosePoi|chooseAddress|getWeRunData|chooseInvoice|chooseInvoiceTitle|chooseLicensePlate|chooseImage|chooseMedia|chooseVideo|chooseMessageFile|getRecorderManager|startRecord|createCameraContext|saveImageToPhotosAlbum|saveVideoToPhotosAlbum|setClipboardData|getClipboardData|addPhoneContact|addPhoneCalendar|addPhoneRepeatCalendar|openBluetoothAdapter|startAccelerometer|startCompass|startGyroscope|chooseAvatar|getPhoneNumber|getRealtimePhoneNumber)\b/g
const namesOf = (pattern: RegExp): string[] => [
  ...new Set([...client.matchAll(pattern)].map((found) => found[1] ?? '')),
]
const declared = PHONE_ITEMS.flatMap(({ apis }) => apis)

test.each(Object.entries(GUIDES))(
  'the tables of the guide (%s) are up to date: node tools/run.mjs deploy-guide',
  (lang, file) => {
    const text = readFileSync(file, 'utf8')
    expect(fillGuide(text, lang as GuideLang)).toBe(text)
  },
)

test('every interface that WeChat asks leave for is declared, and no other', () => {
  const used = namesOf(GATED).sort()
  expect(used).toEqual(declared.filter((api) => api !== 'authorize').sort())
  expect(client).toContain('scope.writePhotosAlbum') // the one thing leave is asked for beforehand
  expect(namesOf(/'scope\.(\w+)'/g)).toEqual(['writePhotosAlbum'])
})

test('every call to WeChat is known: a new one is declared in shared/privacy-declaration.data.ts, or free', () => {
  const known = new Set([...declared, ...FREE_APIS])
  const used = [...namesOf(/\b(?:Taro|wx)\.([a-zA-Z]+)/g), ...namesOf(/openType=?[=:] ?["']([a-zA-Z]+)/g)]
  expect(used.filter((name) => !known.has(name))).toEqual([])
})

test('every collection is declared with what it holds of people, or holds nobody', () => {
  const known = new Set([...KEPT_ITEMS.flatMap(({ collections }) => collections), ...IMPERSONAL])
  expect(schema.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
})

test('no item tells of a collection that is not there', () => {
  const names = new Set(schema.map(({ name }) => name))
  expect(KEPT_ITEMS.flatMap(({ collections }) => collections).filter((name) => !names.has(name))).toEqual([])
})

test('what is said to go after so many days has a clock that lets it go by then, or is worked out anew', () => {
  const rows = (name: string) => retention.filter(({ of }) => of === name || of.startsWith(`${name}:`))
  const isGone = (name: string, days: number): boolean =>
    rows(name).some((row) => (row.days === null ? row.why.includes('worked out anew') : row.days <= days))
  const promised = KEPT_ITEMS.flatMap(({ kept, collections }) => {
    const days = /^(\d+) days/.exec(kept.en)?.[1]
    return days === undefined ? [] : collections.map((name) => ({ name, days: Number(days) }))
  })
  expect(promised.length).toBeGreaterThan(5)
  expect(promised.filter(({ name, days }) => !isGone(name, days))).toEqual([])
})

test('every setting of a function is described, and none that no function is given', () => {
  const asked = readDeployed().flatMap(({ envVariables }) =>
    Object.entries(envVariables).flatMap(([name, value]) => (value.startsWith('{{') ? [name] : [])),
  )
  expect(FUNCTION_SETTINGS.map(({ name }) => name).sort()).toEqual([...new Set(asked)].sort())
})

test('flags that cannot be read are not deployed', () => {
  const asked = { deployed: [], env: { RIPPLE_FLAGS: 'end-polls=120%' }, version: '1.0.0' }
  expect(() => readWanted(asked)).toThrow('RIPPLE_FLAGS: end-polls takes a share such as 20%, or ids parted by commas')
})
