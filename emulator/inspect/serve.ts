// What can one look at? /_inspect: collections, documents, files, calls and logs, for people; meter.json for tools.
import type { ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { sendJson } from '../http'

export const serveInspect = (cloud: Cloud, res: ServerResponse, url: URL): void => {
  if (url.pathname === '/_inspect/meter.json') sendJson(res, 200, cloud.meter.read())
  else sendJson(res, 404, { code: 'NOT_FOUND' })
}
