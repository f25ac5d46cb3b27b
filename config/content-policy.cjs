// What may the web app load and run? A Content-Security-Policy in the page itself, so that it holds wherever it is hosted.
const { createHash } = require('node:crypto')

/** Where CloudBase keeps anybody's files; the operator who names her own (RIPPLE_FILE_HOSTS) lets nothing go to another's. */
const ANY_FILES = ['https://*.tcb.qcloud.la', 'https://*.myqcloud.com']
const originsOf = (hosts) =>
  hosts
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((host) => new URL(/^https:/.test(host) ? host : `https://${host}`).origin)

/** What the build itself wrote into the page (the size of letters); any other script written into it does not run. */
const hashesOf = (html) =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )

/** A build that names no cloud is the demo's: pictures lie at another port of this machine than the page. */
const LOCAL = ['http://127.0.0.1:*']

/** frame-ancestors and reporting do not count in a page: who hosts it sends them as headers. */
const policyOf = (html, apiBase, fileHosts) => {
  const files = originsOf(fileHosts)
  const cloud = apiBase ? [new URL(apiBase).origin] : LOCAL
  const pictures = apiBase ? [] : LOCAL
  const parts = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...hashesOf(html)],
    // Ant Design and Taro's own components write their styles while they run
    'style-src': ["'self'", "'unsafe-inline'"],
    // pictures come from whatever address files are kept at; blob and data: made on the spot
    'img-src': ["'self'", 'data:', 'blob:', ...(files.length ? files : ['https:']), ...pictures],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", 'blob:', ...cloud, ...(files.length ? files : ANY_FILES)],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  }
  return Object.entries(parts)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** In front of everything that it is about. */
const withPolicy = (html, apiBase, fileHosts = '') =>
  html.replace(
    /(<meta charset=[^>]+>)/,
    (charset) =>
      `${charset}<meta http-equiv="Content-Security-Policy" content="${policyOf(html, apiBase, fileHosts)}">`,
  )

/** A webpack plugin: after the page has been written, for what it allows is what stands in it. */
class ContentPolicy {
  constructor(apiBase, fileHosts) {
    this.apiBase = apiBase
    this.fileHosts = fileHosts
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('ContentPolicy', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'ContentPolicy', stage }, () => {
        const page = compilation.getAsset('index.html')
        if (!page) return
        const html = withPolicy(String(page.source.source()), this.apiBase, this.fileHosts)
        if (!html.includes('http-equiv')) throw new Error('The policy found no place in index.html')
        compilation.updateAsset('index.html', new sources.RawSource(html))
      })
    })
  }
}

module.exports = ContentPolicy
module.exports.withPolicy = withPolicy
