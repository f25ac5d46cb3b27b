// How did a post come to be what it is? Which saves belong together, and which are kept.
import type { MemberId } from './ids'

/** Saves of one person that follow each other within this are one version to the eye. */
export const RUN_GAP_MS = 10 * 60_000
/** No run goes on for longer, so that an afternoon's writing is several versions. */
export const RUN_MAX_MS = 60 * 60_000
/** So many saves of a post are all kept; of older ones the last of each run, and whatever was let out. */
export const SAVES_KEPT = 200

/** What a save changed, as one word says it. */
export const CHANGES = [
  'text',
  'locked',
  'comment',
  'article',
  'images',
  'marks',
  'topics',
  'meaning',
  'audience',
  'plan',
  'ad',
] as const
export type PostPart = (typeof CHANGES)[number]

/** run: the version that the run began with, begun at runAt. out: it was let out. restoredFrom: which one it brought back. */
export type SaveHead = {
  version: number
  byId: MemberId
  byName: string
  at: number
  run: number
  runAt: number
  out: boolean
  restoredFrom: number | null
  changes: PostPart[]
}

/** Which run does a save belong to? Bringing a version back, and whatever follows one that was let out, begins anew. */
export const runOf = (
  save: Pick<SaveHead, 'version' | 'byId' | 'at' | 'restoredFrom'>,
  before: Pick<SaveHead, 'byId' | 'at' | 'run' | 'runAt' | 'out'> | null,
): Pick<SaveHead, 'run' | 'runAt'> => {
  const joins =
    before !== null &&
    !before.out &&
    save.restoredFrom === null &&
    before.byId === save.byId &&
    save.at - before.at <= RUN_GAP_MS &&
    save.at - before.runAt <= RUN_MAX_MS
  return joins ? { run: before.run, runAt: before.runAt } : { run: save.version, runAt: save.at }
}

/** Newest first: the runs as a person sees them, each with its saves, newest first. */
export const foldSaves = (saves: readonly SaveHead[]): SaveHead[][] => {
  const runs: SaveHead[][] = []
  for (const save of [...saves].sort((a, b) => b.version - a.version)) {
    const last = runs[runs.length - 1]
    if (last?.[0]?.run === save.run) last.push(save)
    else runs.push([save])
  }
  return runs
}

/** In the order in which they are told. */
export const changesIn = (run: readonly Pick<SaveHead, 'changes'>[]): PostPart[] =>
  CHANGES.filter((part) => run.some(({ changes }) => changes.includes(part)))

/** Saves that may go: older than the last SAVES_KEPT, neither the last of their run nor ever let out. */
export const spareSaves = (saves: readonly Pick<SaveHead, 'version' | 'run' | 'out'>[]): number[] => {
  const newestFirst = [...saves].sort((a, b) => b.version - a.version)
  return newestFirst
    .filter((save, at) => at >= SAVES_KEPT && !save.out && newestFirst[at - 1]?.run === save.run)
    .map(({ version }) => version)
}
