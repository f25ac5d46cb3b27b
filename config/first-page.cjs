// A customer opens a link: everything the article's page needs is asked for at once, not one file after the other has run.
const PAGE = /pages[\\/]read[\\/]index$/

/** The files of the chunks that are loaded with the page. */
const filesOf = (compilation) => {
  const groups = [...compilation.chunkGroups].filter(({ origins }) =>
    origins.some(({ request }) => PAGE.test(request ?? '')),
  )
  const files = groups.flatMap(({ chunks }) => chunks.flatMap((chunk) => [...chunk.files]))
  return [...new Set(files)].filter((file) => /\.(js|css)$/.test(file)).sort()
}

/** In the language of the oldest browser we serve: nothing translates what stands in the page itself. */
const scriptOf = (files, publicPath) =>
  `<script>if(/^#\\/?pages\\/read\\//.test(location.hash))${JSON.stringify(files.map((file) => publicPath + file))}` +
  '.forEach(function(f){var l=document.createElement("link");l.rel="preload";l.as=/css$/.test(f)?"style":"script";' +
  'l.href=f;document.head.appendChild(l)})</script>'

/** A webpack plugin, before the policy that counts the page's own scripts. */
class FirstPage {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('FirstPage', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER
      compilation.hooks.processAssets.tap({ name: 'FirstPage', stage }, () => {
        const page = compilation.getAsset('index.html')
        if (!page) return
        const files = filesOf(compilation)
        if (files.length === 0) throw new Error('No chunk of the article’s page was found')
        const html = String(page.source.source())
        const told = html.replace(/<title>/, `${scriptOf(files, compilation.outputOptions.publicPath)}<title>`)
        compilation.updateAsset('index.html', new sources.RawSource(told))
      })
    })
  }
}

module.exports = FirstPage
