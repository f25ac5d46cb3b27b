// How client/ becomes the mini program and the web app. Taro reads this file at the root.
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')
const shared = path.join(root, 'shared')

/** What makes the mini program speak to screen readers. */
const ARIA = ['aria.cjs', 'aria-components.cjs', 'aria-runtime.js'].map((file) => path.join(root, 'config', file))

/** Letters grow with the size she set in WeChat. */
const letters = { [path.join(root, 'config/letters.cjs')]: { enable: true } }

/** Packages that ship syntax newer than the oldest phone we serve. */
const modern = /node_modules[\\/](@tanstack|@lingui)[\\/]/
// biome-ignore lint/suspicious/noExplicitAny: Taro types `include` narrower than webpack's rule accepts
const include = [shared, (file: string) => modern.test(file)] as any

/** Ant Design and what it brings stay in one chunk that only the desk loads. */
const antd =
  /node_modules[\\/](antd|@ant-design|@rc-component|@emotion|stylis|scroll-into-view-if-needed|compute-scroll-into-view|throttle-debounce|clsx|json2mq|string-convert|is-mobile)[\\/]/

/** The same for charts: only what draws them loads them. */
const echarts = /node_modules[\\/](echarts|zrender)[\\/]/

/** A file of the web app is named by what is in it: caches never mix two releases, and an old page still finds its parts. */
const named = (folder: string, type: string): string => `${folder}/[name].[contenthash:8].${type}`

// biome-ignore lint/suspicious/noExplicitAny: webpack-chain ships no types here
const cache = (chain: any) =>
  chain.cache({
    type: 'filesystem',
    name: `${process.env.NODE_ENV}-${process.env.TARO_ENV}-${process.env.RIPPLE_LOCAL_CLOUD ? 'local' : 'cloud'}`,
    buildDependencies: {
      config: [
        __filename,
        path.join(root, 'babel.config.js'),
        path.join(root, 'client/app.config.ts'),
        path.join(root, 'config/rare-components.cjs'),
        path.join(root, 'config/first-page.cjs'),
        ...ARIA,
        ...Object.keys(letters),
      ],
    },
  })

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'ripple',
  date: '2026-11-21',
  designWidth: 750,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'client',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  alias: { '@': path.join(root, 'client'), '@shared': shared },
  defineConstants: {
    // the CloudBase environment the mini program talks to
    RIPPLE_CLOUD_ENV: JSON.stringify(process.env.TCB_ENV_ID ?? 'ripple-local'),
    // development only: a mini program build that talks to the local cloud instead, e.g. http://127.0.0.1:8787
    RIPPLE_LOCAL_CLOUD: JSON.stringify(process.env.RIPPLE_LOCAL_CLOUD ?? ''),
    // and as whom it calls there: a rep of the demo unless said otherwise
    RIPPLE_LOCAL_OPENID: JSON.stringify(process.env.RIPPLE_LOCAL_OPENID ?? 'demo-staff-xuwanqing'),
    // where the web app calls functions; empty: the origin it is served from
    RIPPLE_API_BASE: JSON.stringify(process.env.RIPPLE_API_BASE ?? ''),
  },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: process.env.TARO_ENV === 'weapp' ? [path.join(root, 'config/aria.cjs')] : [],
  mini: {
    compile: { include },
    postcss: letters,
    optimizeMainPackage: { enable: true },
    // our styles stand alone per component, so their order across files does not matter
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain, webpack) {
      cache(chain)
      chain
        .plugin('abort')
        .use(webpack.ProvidePlugin, [
          { AbortController: [path.join(root, 'client/platform/abort'), 'AbortController'] },
        ])
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    // the tabs' icons are fetched with the tabs, not carried by every page
    imageUrlLoaderOption: { limit: 1 },
    router: { mode: 'hash' },
    output: { filename: named('js', 'js'), chunkFilename: named('chunk', 'js') },
    miniCssExtractPluginOption: { filename: named('css', 'css'), chunkFilename: named('css', 'css') },
    compile: { include },
    postcss: {
      ...letters,
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 18, maxRootSize: 22 } },
    },
    devServer: { host: '127.0.0.1', open: false },
    webpackChain(chain) {
      cache(chain)
      if (process.env.NODE_ENV === 'production')
        chain.plugin('first-page').use(path.join(root, 'config/first-page.cjs'), [process.env.RIPPLE_API_BASE ?? ''])
      // a development build runs what it evaluates, so the policy is the real build's alone
      if (process.env.NODE_ENV === 'production')
        chain
          .plugin('content-policy')
          .use(path.join(root, 'config/content-policy.cjs'), [
            process.env.RIPPLE_API_BASE ?? '',
            process.env.RIPPLE_FILE_HOSTS ?? '',
          ])
      chain.optimization.splitChunks({
        chunks: 'async',
        cacheGroups: {
          antd: { test: antd, name: 'antd', chunks: 'async', enforce: true, priority: 10 },
          echarts: { test: echarts, name: 'echarts', chunks: 'async', enforce: true, priority: 10 },
        },
      })
    },
  },
}))
