// Doing what was planned, step after step. Breaking off loses nothing: the next plan begins with what is there then.
import path from 'node:path'
import type { Index } from '@shared/schema'
import { mergedEnv } from './plan-functions'
import { keptPath } from './plan-hosting'
import type { Port } from './port'
import type { Release } from './releases'
import type { Found, Step, Wanted, WantedFunction } from './state'
import type { Places } from './wanted'

export type Work = {
  readonly port: Port
  readonly wanted: Wanted
  readonly found: Omit<Found, 'weapp'>
  readonly places: Places
  readonly release: Release
  /** Writes the release down; once its collection is there. */
  readonly save: (release: Release) => Promise<void>
  readonly uploadWeapp: () => Promise<void>
}

const wantedOf = ({ wanted }: Work, name: string): WantedFunction => {
  const one = wanted.functions.find((fn) => fn.name === name)
  if (!one) throw new Error(`${name} is not in cloudbaserc.json`)
  return one
}
const foundOf = ({ found }: Work, name: string) => found.functions.find((fn) => fn.name === name)

/** A version of what callers get now; where an earlier try of this release kept one, that is the way back. */
const keepVersion = async (work: Work, name: string): Promise<void> => {
  const { port, release, save } = work
  if (release.kept[name] !== undefined) return
  release.kept[name] = foundOf(work, name)?.route ?? (await port.keepVersion(name, `before ${release._id}`))
  await save(release)
}

const keepFiles = async ({ port, release, save }: Work, paths: readonly string[]): Promise<void> => {
  for (const file of paths.filter((one) => !release.files.includes(one)))
    await port.copyHosted(file, keptPath(release._id, file))
  release.files = [...new Set([...release.files, ...paths])]
  await save(release)
}

const uploadFiles = async ({ port, places }: Work, paths: readonly string[]): Promise<void> => {
  const sent = (some: readonly string[]) => some.map((to) => ({ from: path.resolve(places.h5, to), to }))
  const isPage = (file: string): boolean => file.endsWith('.html')
  await port.upload(sent(paths.filter((file) => !isPage(file))))
  await port.upload(sent(paths.filter(isPage)))
}

const replaceIndex = async ({ port }: Work, of: string, index: Index): Promise<void> => {
  await port.dropIndex(of, index.name)
  await port.createIndex(of, index)
}

export const applyStep = async (work: Work, step: Step): Promise<void> => {
  const { port, places } = work
  const folder = path.join(places.functions, step.of)
  switch (step.do) {
    case 'create collection':
      return port.createCollection(step.of)
    case 'close collection':
      return port.closeCollection(step.of)
    case 'create index':
      return port.createIndex(step.of, step.index)
    case 'replace index':
      return replaceIndex(work, step.of, step.index)
    case 'drop index':
      return port.dropIndex(step.of, step.index.name)
    case 'close storage':
      return port.closeStorage()
    case 'create function':
      return port.createFunction(wantedOf(work, step.of), folder)
    case 'keep version':
      return keepVersion(work, step.of)
    case 'put code':
      return port.putCode(wantedOf(work, step.of), folder)
    case 'put settings':
      return port.putSettings(wantedOf(work, step.of), mergedEnv(wantedOf(work, step.of), foundOf(work, step.of)))
    case 'route to latest':
      return port.route(step.of, null)
    case 'create timer':
      return port.createTimer(step.of, step.timer)
    case 'replace timer':
      await port.dropTimer(step.of, step.timer)
      return port.createTimer(step.of, step.timer)
    case 'drop timer':
      return port.dropTimer(step.of, step.timer)
    case 'open path':
      return port.openPath(step.path, step.of)
    case 'keep files':
      return keepFiles(work, step.paths)
    case 'upload files':
      return uploadFiles(work, step.paths)
    case 'remove files':
      return port.removeHosted(step.paths)
    case 'upload mini program':
      return work.uploadWeapp()
  }
}

/** Where releases are written down: made first, so that each is written before it changes anything. */
const isRecord = (step: Step): boolean => step.of === 'releases'

export const apply = async (work: Work, steps: readonly Step[], tell: (step: Step) => void): Promise<void> => {
  const run = async (step: Step): Promise<void> => {
    tell(step)
    await applyStep(work, step)
  }
  for (const step of steps.filter(isRecord)) await run(step)
  await work.save(work.release)
  for (const step of steps.filter((one) => !isRecord(one))) await run(step)
  work.release.state = 'done'
  await work.save(work.release)
}
