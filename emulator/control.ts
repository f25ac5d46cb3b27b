// What may a tool on this machine tell the local cloud? Create users, fire timers, ask whose folder this is. No production counterpart.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from './cloud'
import { toCloudError } from './errors'
import { fire } from './functions/timers'
import { readBody, sendJson } from './http'
import type { NewUser } from './options'

const createUser = async (cloud: Cloud, req: IncomingMessage): Promise<unknown> => {
  const user = JSON.parse((await readBody(req, 10_000)).toString('utf8')) as NewUser
  cloud.users.create(user)
  return { uid: user.uid }
}

export const serveControl = async (
  cloud: Cloud,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> => {
  // a browser page of another site can send a plain POST, but not without naming its origin
  if (req.method !== 'POST' || req.headers.origin !== undefined) return sendJson(res, 403, { code: 'FORBIDDEN' })
  try {
    switch (url.pathname) {
      case '/emulator/home':
        return sendJson(res, 200, { home: cloud.home })
      case '/emulator/users':
        return sendJson(res, 200, await createUser(cloud, req))
      case '/emulator/timers/fire': {
        const trigger = url.searchParams.get('trigger') ?? undefined
        return sendJson(res, 200, await fire(cloud.functions, url.searchParams.get('function') ?? '', trigger))
      }
    }
    sendJson(res, 404, { code: 'NOT_FOUND' })
  } catch (error) {
    const { code, message } = toCloudError(error)
    sendJson(res, 400, { code, message })
  }
}
