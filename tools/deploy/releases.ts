// What was deployed, and what was there before? Kept in the environment itself, written before anything changes.
import { collection, EVERYTHING } from '../../cloudfunctions/_kit/collection'

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

/** Hosted paths that the page of one of them names: a way back, or a browser that has not reloaded, still asks for them. */
export const namedByReleases = (of: readonly Release[]): string[] => [...new Set(of.flatMap(({ hosted }) => hosted))]

export const saveRelease = (release: Release): Promise<void> => releases.put(release)
