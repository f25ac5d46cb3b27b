// What does the platform tell a function about its caller? The `environ` of each kind of caller, and the context object.
import type { FunctionConfig } from '../options'
import type { CallContext } from './worker'

export type Environ = Readonly<Record<string, string>>

/** The mini program every local openid belongs to. */
const LOCAL_APPID = 'wxripplelocal'

export const miniProgramCaller = (openid: string, unionid: string | undefined, source: string): Environ => ({
  WX_OPENID: openid,
  WX_APPID: LOCAL_APPID,
  ...(unionid ? { WX_UNIONID: unionid } : {}),
  TCB_SOURCE: source,
})

export const webCaller = (uid: string, loginType: 'USERNAME' | 'ANONYMOUS', source: string): Environ => ({
  TCB_UUID: uid,
  LOGINTYPE: loginType,
  TCB_ISANONYMOUS_USER: String(loginType === 'ANONYMOUS'),
  TCB_SOURCE: source,
})

/** A message that WeChat pushes: nobody is signed in. */
export const messagePushCaller = (): Environ => ({ TCB_SOURCE: 'wx_unknown', WX_APPID: LOCAL_APPID })

export const timerCaller = (): Environ => ({ TRIGGER_SRC: 'timer' })

/** By this the platform lets a function ask WeChat, and knows which one asks. */
export const wxTokenOf = (fn: string): string => `local-wx-token.${fn}`
export const functionOfWxToken = (token: unknown): string | undefined =>
  /^local-wx-token\.(.+)$/.exec(String(token ?? ''))?.[1]

const wxTokens = (fn: string, { WX_OPENID, TRIGGER_SRC }: Environ): Environ => ({
  ...(WX_OPENID === undefined ? {} : { WX_API_TOKEN: wxTokenOf(fn) }),
  ...(TRIGGER_SRC === undefined ? {} : { WX_TRIGGER_API_TOKEN_V0: wxTokenOf(fn) }),
})

/** The SDK looks names of these two lists up in process.env as well: that is how a previous caller can leak. */
export const environOf = (envId: string, fn: string, caller: Environ): Environ => {
  const environ: Record<string, string> = { TCB_ENV: envId, SCF_NAMESPACE: envId, ...caller, ...wxTokens(fn, caller) }
  const names = Object.keys(environ)
  const wx = names.filter((name) => name.startsWith('WX_'))
  if (wx.length) environ.WX_CONTEXT_KEYS = wx.join(',')
  environ.TCB_CONTEXT_KEYS = names.filter((name) => !name.startsWith('WX_')).join(',')
  return environ
}

export const contextOf = (config: FunctionConfig, envId: string, requestId: string, environ: Environ): CallContext => ({
  request_id: requestId,
  function_name: config.name,
  function_version: '$LATEST',
  namespace: envId,
  memory_limit_in_mb: config.memorySize,
  time_limit_in_ms: config.timeout * 1000,
  environment: JSON.stringify(environ),
  environ: Object.entries(environ)
    .map(([name, value]) => `${name}=${value}`)
    .join(';'),
})
