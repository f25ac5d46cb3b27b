// Does every page bring the words it says? A message must stand in the app's catalogue or in that of the page's own subpackage.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'

const MESSAGE = /i18n\._\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g

const idsOf = (catalogue: string): Set<string> => {
  const found = new Set<string>()
  for (const [, text = ''] of readFileSync(catalogue, 'utf8').matchAll(/^msgid ((?:"(?:[^"\\]|\\.)*"\n?)+)/gm))
    found.add([...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part = '']) => part).join(''))
  return found
}

/** Every file of the client that a page takes with it. */
const reachedFrom = async (entryPoints: string[]): Promise<string[]> => {
  const { metafile } = await build({
    ...{ entryPoints, bundle: true, write: false, metafile: true, packages: 'external', outdir: 'dist/none' },
    ...{ format: 'esm', jsx: 'automatic', tsconfig: 'tsconfig.json', logLevel: 'silent' },
    loader: { '.scss': 'empty', '.png': 'empty' },
    alias: { '@': './client', '@shared': './shared' },
  })
  return Object.keys(metafile.inputs).filter((file) => file.startsWith('client/'))
}

const saidIn = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(MESSAGE)].map(([, single, double]) =>
    (single ?? double ?? '').replace(/\\'/g, "'").replace(/"/g, '\\"'),
  )

/** The pages of a folder, one folder each. */
const pagesOf = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => `${folder}/${name}/index.tsx`)
    .filter((file) => existsSync(file))

test.each([
  ['the app', [...pagesOf('client/pages'), ...pagesOf('client/pkgs/account')], []],
  ['the rep’s pages', pagesOf('client/pkgs/rep'), ['client/pkgs/rep/words/en.po']],
  ['the desk', ['client/pkgs/desk/Desk.h5.tsx', ...pagesOf('client/pkgs/desk')], ['client/pkgs/desk/words/en.po']],
])('%s', async (_, pages, own) => {
  const known = new Set(['client/i18n/en.po', ...own].flatMap((catalogue) => [...idsOf(catalogue)]))
  const files = await reachedFrom(pages)
  const missing = files.flatMap((file) =>
    saidIn(file)
      .filter((id) => !known.has(id))
      .map((id) => `${file}: ${id}`),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})
