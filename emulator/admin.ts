// What does the SDK ask of its backend? POST /admin: one action per request, HTTP 200 with a code when it fails.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from './cloud'
import { databaseActions } from './database/database'
import type { Params } from './database/requests'
import { invalidParam, toCloudError, unsupported } from './errors'
import { Lost, requestOf } from './faults'
import { newRequestId, readBody, sendBytes, sendJson } from './http'
import { boundaryOf, parseMultipart } from './multipart'
import { storageActions } from './storage/actions'
import { openApi, wxApi } from './wechat/open-api'

/** One packet to the database, as MongoDB's own cap. */
const MAX_REQUEST_BYTES = 16 * 1024 * 1024

type AdminAction = (cloud: Cloud, params: Params) => unknown

const invoke: AdminAction = async (cloud, params) => {
  const text = typeof params.request_data === 'string' && params.request_data ? params.request_data : '{}'
  const name = String(params.function_name)
  const caller = { TCB_SOURCE: 'scf', TCB_ENV: cloud.envId }
  const reply = await cloud.functions.call(name, JSON.parse(text), caller, text)
  return { data: { response_data: reply } }
}

const userInfo: AdminAction = (cloud, params) => {
  const user = cloud.users.byUid(String(params.uuid))
  return { data: user ? { uid: user.uid, username: user.username } : {} }
}

const database = Object.entries(databaseActions).map(([name, action]): [string, AdminAction] => [
  name,
  (cloud, params) => {
    cloud.meter.tally('dbRequests', name)
    return action(cloud.database, params)
  },
])

const actions = new Map<string, AdminAction>([
  ...database,
  ...Object.entries(storageActions),
  ['functions.invokeFunction', invoke],
  ['wx.api', wxApi],
  ['auth.getUserInfoForAdmin', userInfo],
])

const readParams = async (req: IncomingMessage): Promise<Params> => {
  const body = await readBody(req, MAX_REQUEST_BYTES)
  const boundary = boundaryOf(req.headers['content-type'] ?? '')
  if (boundary) {
    const fields = [...parseMultipart(body, boundary)]
    return Object.fromEntries(
      fields.map(([name, value]) => [name, name === 'requestData' ? value : value.toString('utf8')]),
    )
  }
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw invalidParam('the request is not JSON')
  }
}

const answer = <T>(
  cloud: Cloud,
  params: Params,
  action: (cloud: Cloud, params: Params) => T | Promise<T>,
): T | Promise<T> => {
  if (!cloud.faults.current) return action(cloud, params)
  const { transactionId } = params
  const end = typeof transactionId === 'string' ? () => cloud.database.transactions.lose(transactionId) : undefined
  return cloud.faults.around(requestOf(params), () => action(cloud, params), end)
}

export const serveAdmin = async (cloud: Cloud, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const requestId = newRequestId()
  try {
    const params = await readParams(req)
    if (params.action === 'wx.openApi') {
      const { type, body } = await answer(cloud, params, openApi)
      sendBytes(res, 200, type, body)
      return
    }
    const action = actions.get(String(params.action))
    if (!action) throw unsupported(`the action ${String(params.action)}`)
    if (cloud.database.strict) cloud.escapes.refuse(req.socket, params)
    const reply = (await answer(cloud, params, action)) as object
    cloud.escapes.note(req.socket, params, reply)
    sendJson(res, 200, { requestId, ...reply })
  } catch (error) {
    if (error instanceof Lost) throw error
    const { code, message, stack } = toCloudError(error)
    if (code === 'EMULATOR_INTERNAL') console.error(stack)
    sendJson(res, 200, { requestId, code, message })
  }
}
