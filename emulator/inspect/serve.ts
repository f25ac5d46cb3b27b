// What can one look at? /_inspect: collections, documents, files, calls and logs, for people; meter.json and state.json for tools.
import type { ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { fullScan } from '../database/plan'
import { decodeStored } from '../database/values'
import { sendBytes, sendJson } from '../http'
import { downloadUrl } from '../storage/actions'
import { type Html, html, page, table } from './html'
import { stateOf } from './state'

const PAGE_SIZE = 50
const URL_LIFE_S = 600

const countOf = (cloud: Cloud, collection: string): number => cloud.database.engine.count(collection, fullScan().scan)

const collections = (cloud: Cloud): Html => {
  const { engine } = cloud.database
  const rows = engine
    .collections()
    .map((name) => [
      html`<a href="/_inspect/collection?name=${encodeURIComponent(name)}">${name}</a>`,
      countOf(cloud, name),
      engine
        .indexes(name)
        .map(
          (index) =>
            html`<small>${index.name}(${index.keys.map(([f, d]) => (d === 1 ? f : `-${f}`)).join(', ')})</small> `,
        ),
    ])
  return html`<h2>集合 Collections</h2>${table(['集合 Collection', '文档 Documents', '索引 Indexes'], rows)}`
}

const tally = (title: string, counts: Readonly<Record<string, number>>): Html =>
  html`<h2>${title}</h2>${table(
    ['名称 Name', '次数 Calls'],
    Object.entries(counts).sort(([, a], [, b]) => b - a),
  )}`

const usage = (cloud: Cloud): Html => {
  const { fnCalls: _calls, fnActions, dbRequests, wxApi, ...sums } = cloud.meter.read()
  return html`${tally('操作 Actions', fnActions)}${tally('数据库请求 Database requests', dbRequests)}${tally('微信接口 WeChat APIs', wxApi)}
<h2>用量 Usage <small>since start · <a href="/_inspect/meter.json">meter.json</a></small></h2>${table(['项 Item', '量 Amount'], Object.entries(sums))}`
}

const functions = (cloud: Cloud): Html => {
  const { fnCalls } = cloud.meter.read()
  const rows = cloud.functions.names.map((name) => [
    html`<a href="/_inspect/function?name=${encodeURIComponent(name)}">${name}</a>`,
    fnCalls[name] ?? 0,
    cloud.functions.lines(name).length,
  ])
  return html`<h2>云函数 Functions</h2>${table(['函数 Function', '调用 Calls', '日志行 Log lines'], rows)}`
}

const home = (cloud: Cloud): Html => {
  const files = cloud.storage.list()
  const size = files.reduce((sum, file) => sum + file.size, 0)
  return html`${collections(cloud)}${functions(cloud)}
<h2>文件 Files</h2><p><a href="/_inspect/files">${files.length} 个文件 files</a>, ${Math.ceil(size / 1024).toLocaleString('en')} KB</p>${usage(cloud)}`
}

const rowsAt = (cloud: Cloud, collection: string, offset: number): string[] => {
  const bodies: string[] = []
  let at = 0
  for (const { body } of cloud.database.engine.scan(collection, fullScan().scan, 500)) {
    if (at++ >= offset) bodies.push(body)
    if (bodies.length === PAGE_SIZE) break
  }
  return bodies
}

const documents = (cloud: Cloud, name: string, offset: number): Html => {
  const total = countOf(cloud, name)
  const link = (at: number, label: string): Html =>
    html`<a href="/_inspect/collection?name=${encodeURIComponent(name)}&from=${at}">${label}</a>`
  const shown = rowsAt(cloud, name, offset).map(
    (body) => html`<pre>${JSON.stringify(decodeStored(body), null, 2)}</pre>`,
  )
  return html`<p>${total} 个文档 documents</p>${shown}<nav class="pages">
${offset > 0 ? link(Math.max(0, offset - PAGE_SIZE), '← 上一页 Previous') : ''}
${offset + PAGE_SIZE < total ? link(offset + PAGE_SIZE, '下一页 Next →') : ''}</nav>`
}

const files = (cloud: Cloud): Html => {
  const rows = cloud.storage
    .list()
    .map((file) => [
      html`<a href="${downloadUrl(cloud, file.path, URL_LIFE_S)}">${file.path}</a>`,
      file.size,
      new Date(file.modifiedAt).toISOString(),
    ])
  return table(['路径 Path', '字节 Bytes', '修改 Modified'], rows)
}

const logs = (cloud: Cloud, name: string): Html =>
  html`<p class="dim">最近 200 行 last 200 lines</p><pre>${cloud.functions.lines(name).join('\n')}</pre>`

const bodyOf = (cloud: Cloud, url: URL): Html | undefined => {
  const name = url.searchParams.get('name') ?? ''
  switch (url.pathname) {
    case '/_inspect':
    case '/_inspect/':
      return home(cloud)
    case '/_inspect/collection': {
      const from = Number(url.searchParams.get('from') ?? 0)
      return cloud.database.engine.collections().includes(name)
        ? documents(cloud, name, from >= 0 ? from : 0)
        : undefined
    }
    case '/_inspect/files':
      return files(cloud)
    case '/_inspect/function':
      return cloud.functions.names.includes(name) ? logs(cloud, name) : undefined
  }
  return undefined
}

export const serveInspect = (cloud: Cloud, res: ServerResponse, url: URL): void => {
  if (url.pathname === '/_inspect/meter.json') {
    sendJson(res, 200, cloud.meter.read())
    return
  }
  if (url.pathname === '/_inspect/state.json') {
    sendJson(res, 200, stateOf(cloud))
    return
  }
  const body = bodyOf(cloud, url)
  // what people typed is shown here: nothing on this page may run
  res.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
  res.setHeader('cache-control', 'no-store')
  const title = url.searchParams.get('name') ?? '检视 Inspect'
  sendBytes(
    res,
    body ? 200 : 404,
    'text/html; charset=utf-8',
    page(title, body ?? html`<p>没有这一页 No such page</p>`),
  )
}
