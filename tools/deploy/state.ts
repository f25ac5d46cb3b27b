// What is wanted of an environment, and what was found in it? The planner compares the two; null: not compared here.
import type { Index } from '@shared/schema'

/** Of a function: `code` is the hash of its folder ('': not known there), `route` the version that callers get (null: the latest). */
export type FunctionState = {
  readonly name: string
  readonly memorySize: number
  readonly timeout: number
  readonly runtime: string | null
  readonly env: Readonly<Record<string, string>> | null
  readonly timers: readonly Timer[]
  readonly code: string | null
  readonly route: string | null
}
/** Seven fields `s m h D M W Y`, UTC+8; one for each function. */
export type Timer = { readonly name: string; readonly config: string }
export type CollectionState = { readonly name: string; readonly indexes: readonly Index[]; readonly acl: string | null }
export type HostedFile = { readonly path: string; readonly md5: string }

export type Found = {
  readonly functions: readonly FunctionState[]
  readonly collections: readonly CollectionState[]
  readonly storageAcl: string | null
  /** Below which path which function answers over HTTP. */
  readonly httpPaths: Readonly<Record<string, string>> | null
  readonly hosting: readonly HostedFile[] | null
  /** The hash of the mini program that was uploaded last. */
  readonly weapp: string | null
}

/** A setting of a function that has no value here; without a needed one nothing works. */
export type Missing = { readonly name: string; readonly of: string; readonly needed: boolean }
export type WantedFunction = Omit<FunctionState, 'env' | 'route' | 'runtime' | 'code'> & {
  readonly runtime: string
  readonly env: Readonly<Record<string, string>>
  readonly code: string
}
export type Wanted = {
  readonly functions: readonly WantedFunction[]
  readonly missing: readonly Missing[]
  readonly collections: readonly { readonly name: string; readonly indexes: readonly Index[] }[]
  readonly httpPaths: Readonly<Record<string, string>>
  readonly hosting: readonly HostedFile[]
  /** null: no key to upload it with. */
  readonly weapp: { readonly code: string; readonly version: string } | null
}

/** Nobody but the functions reads or writes the database and the files. */
export const CLOSED = 'ADMINONLY'

export type Step = { readonly why: string } & (
  | { readonly do: 'create collection' | 'close collection'; readonly of: string }
  | { readonly do: 'create index' | 'replace index' | 'drop index'; readonly of: string; readonly index: Index }
  | { readonly do: 'close storage'; readonly of: 'files' }
  | {
      readonly do: 'create function' | 'keep version' | 'put code' | 'put settings' | 'route to latest'
      readonly of: string
    }
  | { readonly do: 'create timer' | 'replace timer' | 'drop timer'; readonly of: string; readonly timer: Timer }
  | { readonly do: 'open path'; readonly of: string; readonly path: string }
  | {
      readonly do: 'keep files' | 'upload files' | 'remove files'
      readonly of: 'hosting'
      readonly paths: readonly string[]
    }
  | { readonly do: 'upload mini program'; readonly of: string }
)

/** What takes something away: only when it is asked for. */
const DESTRUCTIVE: readonly Step['do'][] = ['replace index', 'drop index', 'drop timer', 'remove files']
export const isDestructive = (step: Step): boolean => DESTRUCTIVE.includes(step.do)

export type Plan = {
  readonly steps: readonly Step[]
  /** What would be taken away if it were asked for. */
  readonly held: readonly Step[]
  /** Why it must not be applied as it is. */
  readonly stops: readonly string[]
  readonly notes: readonly string[]
}
