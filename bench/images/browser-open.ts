// A page of a real Chromium with the painter in it: bundled as for phones, with the pictures and the type it needs.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type { painterPage } from './browser-page'

export type PainterPage = typeof painterPage
export type InPage = { painterPage: PainterPage }

const ROOT = process.cwd()
const HOME = 'http://painter.example/'
export const FONTS = { 400: '400Regular/NotoSansSC_400Regular.ttf', 600: '600SemiBold/NotoSansSC_600SemiBold.ttf' }
export const fontFile = (weight: keyof typeof FONTS): string =>
  path.join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-sc', FONTS[weight])

const html = (): string => {
  const face = (weight: number) =>
    `@font-face { font-family: 'Noto Sans SC'; font-weight: ${weight}; src: url('/font-${weight}.ttf') }`
  return `<!doctype html><meta charset="utf-8"><style>${face(400)}${face(600)}</style><body></body>`
}

/** The product's easel asks Taro only in WeChat, so in a browser there is none. */
const noTaro = {
  name: 'no-taro',
  setup: (builder: import('esbuild').PluginBuild): void => {
    builder.onResolve({ filter: /^@tarojs\/taro$/ }, ({ path: name }) => ({ path: name, namespace: 'no-taro' }))
    builder.onLoad({ filter: /.*/, namespace: 'no-taro' }, () => ({ contents: 'export default {}' }))
  },
}

const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'bench/images/browser-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome80',
    define: { 'process.env.TARO_ENV': '"h5"' },
    alias: { '@shared': path.join(ROOT, 'shared') },
    plugins: [noTaro],
    logLevel: 'warning',
  })
  return outputFiles?.[0]?.text ?? ''
}

/** `files` by name, as the page asks for them. */
export const openPainter = async (browser: Browser, files: ReadonlyMap<string, Buffer>): Promise<Page> => {
  const page = await browser.newPage()
  await page.route(`${HOME}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html() })
    const font = /^font-(400|600)\.ttf$/.exec(name)
    const body = font ? readFileSync(fontFile(font[1] === '600' ? 600 : 400)) : files.get(name)
    return body ? route.fulfill({ body }) : route.fulfill({ status: 404 })
  })
  await page.goto(HOME)
  await page.addScriptTag({ content: await bundle() })
  await page.evaluate(() => (window as unknown as InPage).painterPage.loadFonts())
  return page
}
