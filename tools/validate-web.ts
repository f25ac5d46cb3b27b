// Is the built web app light enough for a customer's phone? What the article's page runs before its text, and the reader function's size.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { FUNCTIONS, WEB } from './budgets.data'

const DESK_ONLY = /ant-design|@rc-component|ant-btn|zrender/

/** The page itself names what it asks for at once (config/first-page.cjs), and the app's own script. */
const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/"(\/(?:js|chunk)\/[^"]+\.js)"/g)].map(([, file]) => file ?? '')

/** Scripts and styles whose names do not change with what is in them: caches would mix two releases. */
const unnamedByContent = (dir: string): string[] =>
  (readdirSync(dir, { recursive: true }) as string[]).filter(
    (file) => /\.(js|css)$/.test(file) && !/\.[0-9a-f]{8}\.(js|css)$/.test(file),
  )

/** What stands in the page itself: what asks for the article and shows it before the app. */
const INLINE = /<script>([\s\S]*?)<\/script>/g

const validate = (dir: string, functions: string): string[] => {
  const html = readFileSync(path.join(dir, 'index.html'), 'utf8')
  const files = scriptsOf(html)
  const scripts = files.map((file) => ({ file, bytes: readFileSync(path.join(dir, file)) }))
  const inPage = [...html.matchAll(INLINE)].map(([, text]) => Buffer.from(text ?? ''))
  const carried = [...inPage, ...scripts.map(({ bytes }) => bytes)]
  const kb = carried.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0) / 1024
  const functionKb = statSync(path.join(functions, 'reader/index.js')).size / 1024
  console.log(
    `article's page  ${kb.toFixed(1).padStart(8)} KB of scripts, gzipped, in the page and ${files.length} files`,
  )
  console.log(`reader function ${functionKb.toFixed(1).padStart(8)} KB`)
  return [
    ...(files.length > 1 ? [] : ['index.html does not name the scripts of the article’s page.']),
    ...(kb <= WEB.readerScriptKb
      ? []
      : [`The article’s page runs ${kb.toFixed(1)} KB; its budget is ${WEB.readerScriptKb} KB.`]),
    ...(functionKb <= FUNCTIONS.readerBundleKb
      ? []
      : [`reader is ${functionKb.toFixed(1)} KB; its budget is ${FUNCTIONS.readerBundleKb} KB.`]),
    ...unnamedByContent(dir).map((file) => `${file} is not named by what is in it.`),
    ...scripts
      .filter(({ bytes }) => DESK_ONLY.test(String(bytes)))
      .map(({ file }) => `${file} carries parts of the desk, which the article’s page must not.`),
  ]
}

const faults = validate(path.resolve(process.argv[2] ?? 'dist/h5'), path.resolve('dist/cloudfunctions'))
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
