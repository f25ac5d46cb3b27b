// A customer opens a link: what she sees first is asked for first. Two scripts of our own are written into the page for it.
const path = require('node:path')
const { buildSync } = require('esbuild')

const PAGE = /pages[\\/]read[\\/]index$/
const APP = /<script defer="defer" src="([^"]+)"><\/script>/g
const [START, EARLY] = ['client/start.ts', 'client/pages/read/early.ts'].map((file) =>
  path.resolve(__dirname, '..', file),
)

/** The files of the chunks that are loaded with the page. */
const filesOf = (compilation) => {
  const groups = [...compilation.chunkGroups].filter(({ origins }) =>
    origins.some(({ request }) => PAGE.test(request ?? '')),
  )
  const files = groups.flatMap(({ chunks }) => chunks.flatMap((chunk) => [...chunk.files]))
  return [...new Set(files)].filter((file) => /\.(js|css)$/.test(file)).sort()
}

/** In the language of the oldest browser we serve: nothing else translates what stands in the page itself. */
const scriptOf = (file, define) => {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    target: ['ios12', 'chrome80'],
    supported: { destructuring: true }, // iOS 12 errs in corners of it that nothing here comes near
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
  })
  return `<script>${outputFiles[0].text.trim()}</script>`
}

/** files: of the article's page, by their addresses. The app's own script is fetched by ours. */
const withScripts = (html, files, apiBase) => {
  const app = [...html.matchAll(APP)].map(([, file]) => file)
  if (app.length === 0 || files.length === 0) throw new Error('The scripts of the article’s page were not found')
  const start = scriptOf(START, { RIPPLE_APP_FILES: app, RIPPLE_READ_FILES: files })
  const early = scriptOf(EARLY, { RIPPLE_API_BASE: apiBase })
  // a function: what stands in a script may look like a pattern of the replacement
  return html.replace(APP, '').replace(/<title>/, () => `${start}${early}<title>`)
}

/** A webpack plugin, before the policy that counts the page's own scripts. */
class FirstPage {
  constructor(apiBase) {
    this.apiBase = apiBase
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('FirstPage', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER
      compilation.hooks.processAssets.tap({ name: 'FirstPage', stage }, () => {
        const page = compilation.getAsset('index.html')
        if (!page) return
        const files = filesOf(compilation).map((file) => compilation.outputOptions.publicPath + file)
        const html = withScripts(String(page.source.source()), files, this.apiBase)
        compilation.updateAsset('index.html', new sources.RawSource(html))
      })
    })
  }
}

module.exports = FirstPage
module.exports.withScripts = withScripts
