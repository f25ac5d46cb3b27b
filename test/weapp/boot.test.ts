// Does the built mini program start, and does every page draw itself without fault, even when no cloud answers?
import { WEAPP } from '../../tools/budgets.data'
import { builtDist, compileDist } from './harness/compile'
import { createWeapp, type Weapp } from './harness/weapp'

const dist = compileDist(builtDist())

/** What pages are opened with. */
const QUERIES: Record<string, Record<string, string>> = {
  'pkgs/rep/kit/index': { p: 'post-1' },
  'pkgs/rep/contact/index': { c: 'contact-1' },
}

let weapp: Weapp | undefined
const open = async (path: string): Promise<Weapp> => {
  weapp = createWeapp({ launch: { path, query: QUERIES[path] ?? {} } })
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

describe.each(dist.pages.map((page) => [page]))('%s', (page) => {
  test('draws itself, asks for no API that is not there, and speaks compiled words', async () => {
    const phone = await open(page)
    await phone.waitFor(() => phone.text().trim())
    expect(phone.page().path).toBe(page)
    expect([...phone.missing]).toEqual([])
    expect(phone.errors).toEqual([])
    expect(Math.max(...phone.setData.map(({ bytes }) => bytes))).toBeLessThanOrEqual(WEAPP.readerSetDataBytes)
    expect(phone.warnings.map((said) => said.replace(/\s+/g, ' ').slice(0, 120))).toEqual([])
  })
})

test('templates and runtime give attributes the same short names', async () => {
  const phone = await open('pages/read/index')
  const link = await phone.find('隐私中心')
  const told = (name: string): string | null => link.closest('.read-link')?.getAttribute(name) ?? null
  expect([told('hover-class'), told('aria-role'), told('aria-label')]).toEqual(['button-pressed', 'link', '隐私中心'])
})
