// The one way to call the cloud.
import type { ActionName, ErrorCode, FunctionName, Input, Output, Reply } from '@shared/contracts'
import Taro from '@tarojs/taro'
import { takeEarly } from './early'
import { liveSession } from './idle'
import { currentLang } from './lang'
import { refreshSession } from './session'
import { answered, traceFor, unanswered } from './trace'

/**
 * code 'offline': the call did not arrive or the answer did not; the same call may be made again. trace: found in the cloud's
 * log, if it arrived.
 */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode | 'offline',
    message: string,
    readonly trace: string,
    readonly reason?: string,
    readonly field?: string,
  ) {
    super(message)
  }
}

const offline = () => new CallError('offline', '', '')
const TIMEOUT_MS = 15_000

const throughWeChat = async (name: string, data: object): Promise<unknown> => {
  const reply = await Taro.cloud.callFunction({ name, data }).catch(() => {
    throw offline()
  })
  return reply.result
}

const throughLocalCloud = async (name: string, data: object): Promise<unknown> => {
  const reply = await Taro.request({
    url: `${RIPPLE_LOCAL_CLOUD}/v1/functions/${name}`,
    method: 'POST',
    data,
    header: { 'content-type': 'application/json', 'X-WX-OPENID': RIPPLE_LOCAL_OPENID },
    timeout: TIMEOUT_MS,
  }).catch(() => {
    throw offline()
  })
  return reply.data
}

const throughWeb = async (name: string, data: object, mayRefresh = true): Promise<unknown> => {
  const session = liveSession()
  const ask = (): Promise<Response> =>
    fetch(`${RIPPLE_API_BASE}/v1/functions/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(session ? { authorization: `Bearer ${session.accessToken}` } : {}),
      },
      body: JSON.stringify(data),
      keepalive: name === 'reader', // a report sent while the page closes still arrives
    })
  const early = name === 'reader' ? takeEarly(data, session?.accessToken ?? null) : null
  const reply = await (early ? early.then((given) => (given.ok ? given : ask()), ask) : ask()).catch(() => {
    throw offline()
  })
  if (reply.status === 401 && mayRefresh && session) {
    await refreshSession()
    return throughWeb(name, data, false)
  }
  return reply.json().catch(() => {
    throw offline()
  })
}

const inWeChat = (name: string, data: object): Promise<unknown> =>
  RIPPLE_LOCAL_CLOUD ? throughLocalCloud(name, data) : throughWeChat(name, data)

// chosen in one expression: what the other side needs is then left out of the build
const transport = (name: string, data: object): Promise<unknown> =>
  process.env.TARO_ENV === 'h5' ? throughWeb(name, data) : inWeChat(name, data)

/** What stands at the top of a call: what WeChat wants there, and the code of an act that was made before. */
type Beside = object & { trace?: string }

/** Calls `action` of the cloud function `fn`. Throws CallError. */
export const call = async <F extends FunctionName, A extends ActionName<F>>(
  fn: F,
  action: A,
  payload: Input<F, A>,
  beside: Beside = {},
): Promise<Output<F, A>> => {
  const asked = { action, payload }
  const trace = beside.trace ?? traceFor(fn, asked)
  const told = await transport(fn, { ...beside, ...asked, lang: currentLang(), trace }).catch((error: unknown) => {
    unanswered(fn, asked, trace)
    throw error instanceof CallError ? new CallError(error.code, error.message, trace) : error
  })
  answered(fn, asked)
  const reply = told as Reply<Output<F, A>> | null
  if (reply?.ok) return reply.data
  const error = reply?.error
  if (!error) throw new CallError('internal', '', trace)
  throw new CallError(error.code, error.message, error.trace, error.reason, error.field)
}
