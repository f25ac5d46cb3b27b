// What is the smallest mini program that asks everything of the harness? Written by hand, so that a fault is the harness's.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const LIFECYCLES = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload']

/** A page that notes its lifecycles in getApp().seen. */
const page = (name: string, body = ''): string => {
  const noted = LIFECYCLES.map(
    (one) => `${one}(o) { getApp().seen.push('${name}.${one}'); this.${one}Own && this.${one}Own(o) }`,
  )
  return `Page({ data: { title: '${name}', items: [], typed: '' }, ${noted.join(', ')}, ${body} })`
}

const FIRST = `
  tapped(e) { this.setData({ title: 'tapped ' + e.currentTarget.dataset.n + ' ' + typeof e.stopPropagation }) },
  typed(e) { this.setData({ typed: e.detail.value }) },
  huge() { this.setData({ items: [new Array(300000).join('x')] }) },
  globals() { this.setData({ title: [typeof window, typeof document, typeof fetch, typeof process, typeof URL].join() }) },
  evaluate() { try { new Function('return 1')(); this.setData({ title: 'ran' }) } catch (e) { this.setData({ title: 'refused' }) } },
  unknown() { wx.thisIsNoApi && wx.thisIsNoApi() },
  onShareAppMessage(o) { return { title: o.from, path: '/pages/first/index?t=' + (o.target ? o.target.dataset.t : '') } },
`
const READING = `
  onReadyOwn() {
    const seen = getApp().views
    this.observer = wx.createIntersectionObserver(this, { thresholds: [0, 0.5], observeAll: true })
    this.observer.relativeToViewport().observe('.section', (r) => seen.push(r.dataset.n + ':' + r.intersectionRatio.toFixed(2)))
  },
  paint() {
    wx.createSelectorQuery().select('#paper').fields({ node: true, size: true }).exec(([{ node }]) => {
      node.width = 60; node.height = 40
      const pen = node.getContext('2d')
      pen.fillStyle = '#ff0000'; pen.fillRect(0, 0, 60, 40)
      wx.canvasToTempFilePath({ canvas: node, fileType: 'jpg', quality: 0.8, success: ({ tempFilePath }) => this.keep(tempFilePath) })
    })
  },
  keep(filePath) {
    wx.saveImageToPhotosAlbum({ filePath,
      success: () => wx.setClipboardData({ data: 'copied', success: () => this.setData({ title: 'kept' }), fail: (e) => this.setData({ title: e.errMsg }) }),
      fail: (e) => this.setData({ title: e.errMsg }) })
  },
  settings() { wx.openSetting({ success: ({ authSetting }) => this.setData({ title: JSON.stringify(authSetting) }) }) },
`
const SECTIONS = [1, 2, 3].map(
  (n) => `<view class="section" data-n="${n}" style="height: 500px"><text>section ${n}</text></view>`,
)

const FILES: Record<string, string> = {
  'app.json': JSON.stringify({
    pages: ['pages/first/index', 'pages/second/index', 'pages/reading/index'],
    subPackages: [{ root: 'more', pages: ['third/index'] }],
    tabBar: { list: ['first', 'second'].map((name) => ({ pagePath: `pages/${name}/index`, text: name })) },
  }),
  'app.js': `App({ seen: [], views: [], onLaunch(o) { this.seen.push('launch ' + o.scene) }, onHide() { this.seen.push('app.onHide') } })`,
  'pages/first/index.wxml': `<view class="tap" data-n="7" bindtap="tapped">{{title}}</view>
    <input class="field" value="{{typed}}" bindinput="typed"/><text class="typed">{{typed}}</text>
    <button open-type="share" data-t="tok">share</button>
    <view bindtap="huge">huge</view><view bindtap="globals">globals</view>
    <view bindtap="evaluate">evaluate</view><view bindtap="unknown">unknown</view>`,
  'pages/first/index.js': page('first', FIRST),
  'pages/second/index.wxml': '<text>{{title}}</text>',
  'pages/second/index.js': page('second'),
  'pages/reading/index.wxml': `<text class="title">{{title}}</text>${SECTIONS.join('')}<canvas id="paper" type="2d"/>
    <view bindtap="paint">paint</view><view bindtap="settings">settings</view>`,
  'pages/reading/index.js': page('reading', READING),
  'more/third/index.wxml': '<text>{{title}}</text>',
  'more/third/index.js': page('third'),
}

export const writeTiny = (): { dir: string; remove(): void } => {
  const dir = mkdtempSync(path.join(tmpdir(), 'ripple-tiny-'))
  for (const [file, content] of Object.entries(FILES)) {
    const at = path.join(dir, file)
    mkdirSync(path.dirname(at), { recursive: true })
    writeFileSync(at, content)
    if (file.endsWith('.wxml')) writeFileSync(at.replace(/wxml$/, 'json'), '{}')
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
