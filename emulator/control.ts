// What may a tool on this machine tell the local cloud? Users, timers, clock, faults, snapshots. No production counterpart.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from './cloud'
import { invalidParam, toCloudError } from './errors'
import { checkedRules, faultsOf } from './fault-rules'
import { fire } from './functions/timers'
import { readBody, sendJson } from './http'
import type { NewUser } from './options'
import { restoreSnapshot, takeSnapshot } from './snapshots'

const BODY_BYTES_MAX = 10_000

const bodyOf = async (req: IncomingMessage): Promise<unknown> => {
  const text = (await readBody(req, BODY_BYTES_MAX)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    throw invalidParam('the body is not JSON')
  }
}

/** `to`: an instant, as text or in ms; `by`: ms from now; neither only asks. `jump`: no timer runs on the way. */
const moveClock = async ({ clock, timers }: Cloud, asked: URLSearchParams): Promise<object> => {
  const [to, by] = [asked.get('to'), asked.get('by')]
  if (to !== null || by !== null) {
    const at = to === null ? clock.now() + Number(by) : /^\d+$/.test(to) ? Number(to) : Date.parse(to)
    if (!Number.isFinite(at)) throw invalidParam('to is an instant, by a number of ms')
    if (asked.has('jump')) timers?.jumpTo(at)
    else await timers?.moveTo(at)
  }
  return { now: clock.now() }
}

type Control = (cloud: Cloud, asked: URLSearchParams, req: IncomingMessage) => unknown

const controls: Readonly<Record<string, Control>> = {
  home: (cloud) => ({ home: cloud.home }),
  users: async (cloud, _asked, req) => {
    const user = (await bodyOf(req)) as NewUser
    cloud.users.create(user)
    return { uid: user.uid }
  },
  'timers/fire': (cloud, asked) =>
    fire(cloud.functions, asked.get('function') ?? '', asked.get('trigger') ?? undefined),
  clock: moveClock,
  faults: async (cloud, _asked, req) => {
    const rules = checkedRules(await bodyOf(req))
    cloud.faults.current = rules.length ? faultsOf(rules) : undefined
    return { rules: rules.length }
  },
  crash: (cloud, asked) => {
    cloud.functions.crash(asked.get('function') ?? '')
    return {}
  },
  meter: (cloud) => cloud.meter.read(),
  snapshot: (cloud, asked) => {
    takeSnapshot(cloud, asked.get('name') ?? '')
    return {}
  },
  restore: (cloud, asked) => {
    restoreSnapshot(cloud, asked.get('name') ?? '')
    return {}
  },
}

export const serveControl = async (
  cloud: Cloud,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> => {
  // a browser page of another site can send a plain POST, but not without naming its origin
  if (req.method !== 'POST' || req.headers.origin !== undefined) return sendJson(res, 403, { code: 'FORBIDDEN' })
  const name = url.pathname.slice('/emulator/'.length)
  const control = Object.hasOwn(controls, name) ? controls[name] : undefined
  if (!control) return sendJson(res, 404, { code: 'NOT_FOUND' })
  try {
    sendJson(res, 200, await control(cloud, url.searchParams, req))
  } catch (error) {
    const { code, message } = toCloudError(error)
    sendJson(res, 400, { code, message })
  }
}
