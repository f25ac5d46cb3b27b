// What was deployed, and what was there before? Kept in the environment itself, written before anything changes.
import { collection, EVERYTHING } from '../../cloudfunctions/_kit/collection'
import type { Wanted } from './state'

export type Release = {
  _id: string // its instant, which sorts: 20270103T081500
  at: number
  state: 'applying' | 'done' | 'undone'
  kept: Record<string, string> // of functions that changed: the version callers got before
  files: string[] // hosted files as they were before, below _before/<_id>/
  hosted: string[] // everything of the web app
  weapp: { code: string; version: string } | null
}

const releases = collection<Release>('releases')
const RECENT = 20

export const releaseIdAt = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+Z$/g, '')

/** The newest first. Before the first deployment there is not even a collection. */
export const recentReleases = async (): Promise<Release[]> =>
  releases.find(EVERYTHING, { order: [['at', 'desc']], limit: RECENT }).catch((error: { code?: string }) => {
    if (error.code === 'DATABASE_COLLECTION_NOT_EXIST') return []
    throw error
  })

/** The mini program as it was uploaded last. One broken off may have died before it came to that. */
export const uploadedWeapp = (releases: readonly Release[]): Release['weapp'] =>
  releases.find(({ state, weapp }) => state === 'done' && weapp)?.weapp ?? null

/** One broken off goes on under its name, for only it knows what was there before. */
export const nextRelease = (releases: readonly Release[], wanted: Wanted, now: number): Release => ({
  ...{ _id: releaseIdAt(now), at: now, kept: {}, files: [] },
  ...(releases[0]?.state === 'applying' ? releases[0] : {}),
  ...{
    state: 'applying',
    hosted: wanted.hosting.map(({ path }) => path),
    weapp: wanted.weapp ?? uploadedWeapp(releases),
  },
})

/** Hosted paths that the page of one of them names: a way back, or a browser that has not reloaded, still asks for them. */
export const namedByReleases = (of: readonly Release[]): string[] => [...new Set(of.flatMap(({ hosted }) => hosted))]

export const saveRelease = (release: Release): Promise<void> => releases.put(release)
