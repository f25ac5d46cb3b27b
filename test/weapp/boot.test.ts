// Does the built mini program start, and does every page draw itself without fault?
import { builtDist, compileDist } from './harness/compile'
import { createWeapp, type Weapp } from './harness/weapp'

const dist = compileDist(builtDist())
const BIG_SET_DATA_BYTES = 64 * 1024

/** Asked for by Taro's runtime as a feature probe; the phone may lack them. */
const MAY_BE_MISSING: string[] = []

let weapp: Weapp | undefined
const open = async (path: string): Promise<Weapp> => {
  weapp = createWeapp({ launch: { path } })
  await weapp.launch()
  return weapp
}
afterEach(() => {
  weapp?.dispose()
  weapp = undefined
})

test('templates compile without a warning', () => {
  expect(dist.warnings).toEqual([])
})

test.each(dist.pages.map((page) => [page]))('%s draws itself', async (page) => {
  const phone = await open(page)
  await phone.waitFor(() => phone.text().trim())
  expect(phone.page().path).toBe(page)
  expect([...phone.missing].filter((api) => !MAY_BE_MISSING.includes(api))).toEqual([])
  expect(phone.errors).toEqual([])
  expect(Math.max(...phone.setData.map(({ bytes }) => bytes))).toBeLessThan(BIG_SET_DATA_BYTES)
})
