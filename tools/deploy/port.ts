// What must a deployment be able to ask of an environment? Each may be repeated. manager.ts is the one behind it.
import type { Index } from '@shared/schema'
import type { Found, Timer, WantedFunction } from './state'

export interface Port {
  find(names: readonly string[]): Promise<Omit<Found, 'weapp'>>
  createCollection(name: string): Promise<void>
  closeCollection(name: string): Promise<void>
  createIndex(collection: string, index: Index): Promise<void>
  dropIndex(collection: string, name: string): Promise<void>
  closeStorage(): Promise<void>
  createFunction(fn: WantedFunction, folder: string): Promise<void>
  /** Makes a version of what is there now; its number. */
  keepVersion(name: string, words: string): Promise<string>
  putCode(fn: WantedFunction, folder: string): Promise<void>
  /** Settings, and the mark that says which code is there. `env` is the whole of it. */
  putSettings(fn: WantedFunction, env: Readonly<Record<string, string>>): Promise<void>
  createTimer(name: string, timer: Timer): Promise<void>
  dropTimer(name: string, timer: Timer): Promise<void>
  /** null: callers get the latest. */
  route(name: string, version: string | null): Promise<void>
  openPath(path: string, name: string): Promise<void>
  upload(files: readonly { readonly from: string; readonly to: string }[]): Promise<void>
  copyHosted(from: string, to: string): Promise<void>
  removeHosted(paths: readonly string[]): Promise<void>
}
