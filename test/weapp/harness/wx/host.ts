// How does a mock API behave like WeChat's? Logged, answered later, by callback or promise, with `errMsg`.
import type { Dict } from '../compile'
import type { Engine } from '../engine'
import type { Realm } from '../realm'

export type LogEntry = { api: string; args: unknown }
export type Args = Dict & { success?: unknown; fail?: unknown; complete?: unknown }

/** What the person and her phone answer. Change it at any time. */
export type Answers = {
  /** The privacy popup: WeChat's own, or the one a page draws. */
  privacy: 'agree' | 'disagree'
  /** The dialog of each scope at its first use, e.g. 'scope.writePhotosAlbum'. */
  scope: (scope: string) => boolean
  /** What she leaves switched on in the settings page. */
  setting: Record<string, boolean>
  /** The nth save into the album (from 1): null is fine, else the reason of failure. */
  save: (nth: number) => string | null
  modal: (args: Dict) => boolean
  /** Index of the chosen line, or null when she cancels. */
  actionSheet: (args: Dict) => number | null
  /** Local files for chooseMedia. */
  media: string[]
  online: boolean
  /** WeChat's id of the group in which the card was opened; null in any other chat. */
  group: string | null
  /** What a `<canvas type="2d">` does on this phone. */
  canvas: 'paints' | 'is not there' | 'has no context' | 'gives no file'
}

export type CurrentPage = { route: string; instance: Dict; element: Element }

export type Host = {
  readonly realm: Realm
  readonly engine: Engine
  readonly answers: Answers
  readonly storage: Map<string, string>
  readonly cloud: { url: string; openid: string; env: string }
  readonly entry: () => Dict
  readonly log: (api: string, args: unknown) => void
  readonly report: (error: unknown) => void
  readonly current: () => CurrentPage
  readonly isAlive: () => boolean
}

/** Thrown by a mock to fail as WeChat does. */
export class Refused extends Error {
  constructor(
    reason: string,
    readonly extra: Dict = {},
  ) {
    super(reason)
  }
}

const isPlain = (value: object): boolean =>
  Array.isArray(value) || !value.constructor || value.constructor.name === 'Object'

/** Arguments as they can be read later: no functions, no canvases. */
export const readable = (args: unknown): unknown => {
  const text = JSON.stringify(args, (_key, value: unknown) => {
    if (typeof value === 'function') return undefined
    return typeof value === 'object' && value !== null && !isPlain(value) ? `[${value.constructor.name}]` : value
  })
  return text === undefined ? undefined : (JSON.parse(text) as unknown)
}

type Work = (args: Args) => unknown

const call = (then: unknown, value: unknown): void => {
  if (typeof then === 'function') then(value)
}

export type Maker = {
  /** An API with success/fail/complete, or a promise when none is given. */
  async(name: string, work: Work): (args?: Args) => unknown
  /** An API that answers at once. */
  sync<A extends unknown[]>(name: string, work: (...args: A) => unknown): (...args: A) => unknown
}

/** ArrayBuffers, canvases and functions go as they are; everything else is made in the app's realm. */
const given = (host: Host, result: Dict): Dict => {
  const plain: Dict = {}
  const asIs: Dict = {}
  for (const [key, value] of Object.entries(result)) {
    const opaque = typeof value === 'function' || (typeof value === 'object' && value !== null && !isPlain(value))
    ;(opaque ? asIs : plain)[key] = value
  }
  return Object.assign(host.realm.into(plain), asIs)
}

export const makerFor = (host: Host): Maker => ({
  async: (name, work) => {
    const short = name.replace(/^cloud\./, '')
    return (args = {}) => {
      host.log(name, readable(args))
      const answer = new Promise<Dict>((resolve, reject) => {
        setImmediate(() => {
          Promise.resolve()
            .then(() => work(args))
            .then((result) => resolve(given(host, { errMsg: `${short}:ok`, ...(result as Dict | undefined) })))
            .catch((error: Error & { extra?: Dict }) =>
              reject(host.realm.into({ errMsg: `${short}:fail ${error.message}`, ...error.extra })),
            )
        })
      })
      if (!args.success && !args.fail && !args.complete) return answer
      const told = (then: unknown) => (value: Dict) => {
        if (!host.isAlive()) return
        try {
          call(then, value)
          call(args.complete, value)
        } catch (error) {
          host.report(error)
        }
      }
      answer.then(told(args.success), told(args.fail))
      return undefined
    }
  },
  sync:
    (name, work) =>
    (...args) => {
      host.log(name, readable(args.length > 1 ? args : args[0]))
      const result = work(...args)
      const opaque =
        typeof result === 'object' && result !== null && Object.values(result).some((v) => typeof v === 'function')
      return opaque || typeof result === 'function' ? result : host.realm.into(result)
    },
})

/** A set of listeners as `onX`/`offX`. */
export const listeners = <T>(
  host: Host,
): { on(work: (value: T) => void): void; off(work?: (value: T) => void): void; tell(value: T): void } => {
  const all = new Set<(value: T) => void>()
  return {
    on: (work) => void all.add(work),
    off: (work) => (work ? void all.delete(work) : all.clear()),
    tell: (value) => {
      for (const work of [...all]) work(host.realm.into(value))
    },
  }
}
