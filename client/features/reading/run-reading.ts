// One opening of one article: the stopwatch runs, its state is written down often and reported rarely.
import { type Beats, isBeatDue, isWorthLeaving, LEAVE_AGAIN_MS, NO_BEATS } from '@shared/domain/beat'
import type { PostId, ReadingId, SectionId, ShareToken } from '@shared/domain/ids'
import {
  advance,
  imagesOf,
  type Stopwatch,
  type StopwatchEvent,
  sectionsOf,
  startStopwatch,
  sumMs,
} from '@shared/domain/stopwatch'
import { mintReadingId } from '@/platform/mint'
import { changeQueue, memoryGeneration, readQueue, rememberMine } from './memory'
import { closeOthers, isWaiting, pickDue, putReport, type Written } from './report-queue'
import { sendAllReports, sendReports } from './send-reports'

/** lengths: characters per section, in the article's order. postId counts where there is no token. */
export type Opened = {
  postId: PostId
  version: number
  token: ShareToken | null
  scene: number
  chatType?: number | undefined
  by?: 'sharer' | 'crawler' | undefined
  repId: string | null
  lengths: Readonly<Record<SectionId, number>>
}

const TICK_MS = 1_000
const SNAPSHOT_MS = 2_000
/** Back within this she goes on reading; later it is a new opening. WeChat itself drops the app after it. */
const SAME_OPENING_MS = 30 * 60_000

const running = new Set<ReadingId>()

type Run = {
  id: ReadingId
  generation: number
  watch: Stopwatch
  seq: number
  written: string // the state last written down, to see whether anything is new
  writtenAt: number
  beats: Beats
  refused: boolean
}

const begin = (opened: Opened, at: number, before: Stopwatch | null): Run => {
  const id = mintReadingId()
  running.add(id)
  if (opened.repId !== null) rememberMine(opened.repId, id)
  const { visible, pictures } = before ?? { visible: [], pictures: [] }
  const watch = { ...startStopwatch(at, opened.lengths), visible, pictures }
  return {
    id,
    generation: memoryGeneration(),
    watch,
    seq: 0,
    written: '',
    writtenAt: at,
    beats: NO_BEATS,
    refused: false,
  }
}

const unlessEmpty = <T extends object>(map: T): T | undefined => (Object.keys(map).length > 0 ? map : undefined)

/** What is not known or empty is left out: every byte waits on the phone and crosses the wire. */
const reportOf = ({ postId, token, version, scene, chatType, by }: Opened, { id, seq, watch }: Run): Written => ({
  readingId: id,
  ...(token === null ? { postId } : { token }),
  version,
  scene,
  chatType,
  by,
  seq,
  openedAt: watch.openedAt,
  lastAt: watch.at,
  sections: sectionsOf(watch),
  images: unlessEmpty(imagesOf(watch)),
  again: unlessEmpty(watch.again),
  depth: watch.depth,
})

/** Puts the running state where it survives. An idle page has no news, so it costs no calls. */
const writeDown = (opened: Opened, run: Run, closed: boolean): void => {
  run.writtenAt = run.watch.at
  if (run.refused || run.generation !== memoryGeneration()) return
  const { again, depth } = run.watch
  const state = JSON.stringify([sectionsOf(run.watch), imagesOf(run.watch), again, depth])
  if (state !== run.written) run.seq += 1
  else if (!closed) return
  run.written = state
  changeQueue((queue) => putReport(queue, reportOf(opened, run), closed))
}

const beat = async (run: Run): Promise<void> => {
  const triedMs = sumMs(sectionsOf(run.watch))
  run.beats = { ...run.beats, triedMs }
  const { accepted, refused, nextBeatMs } = await sendReports(run.id)
  if (refused.includes(run.id)) run.refused = true
  const takenMs = accepted.includes(run.id) ? triedMs : run.beats.takenMs
  run.beats = { ...run.beats, takenMs, everyMs: nextBeatMs ?? run.beats.everyMs }
}

export type RunningReading = {
  show(): void
  hide(): void
  touch(): void
  see(id: SectionId, visible: boolean): void
  seePicture(id: SectionId, visible: boolean): void
  reach(depth: number): void
  close(): void
}

/** `now` in ms. Nothing runs before the first `show`. */
export const runReading = (opened: Opened, now: () => number = Date.now): RunningReading => {
  const [lastSection] = Object.keys(opened.lengths).slice(-1) // at() is missing on phones before iOS 15
  let run = begin(opened, now(), null)
  let timer: ReturnType<typeof setInterval> | null = null
  let again: ReturnType<typeof setTimeout> | null = null
  let othersWait = false // readings of before: they ride with this one's first report, which comes sooner for them
  const tell = (event: StopwatchEvent): void => {
    run.watch = advance(run.watch, event)
  }
  const tick = (): void => {
    const at = now()
    tell({ kind: 'tick', at })
    const due = isBeatDue(run.beats, run.watch, lastSection)
    if (due || othersWait || at - run.writtenAt >= SNAPSHOT_MS || at < run.writtenAt) writeDown(opened, run, false)
    if (othersWait) void beat(run).then(sendAllReports)
    else if (due && isWaiting(readQueue(), run.id)) void beat(run)
    othersWait = false
  }
  const end = (closed: boolean): void => {
    if (timer !== null) clearInterval(timer)
    timer = null
    if (run.watch.shown) tell({ kind: 'hide', at: now() }) // else it ended when she left, however long ago
    writeDown(opened, run, closed)
    if (closed) running.delete(run.id)
  }
  const reportLeaving = (): void => {
    if (again !== null) clearTimeout(again)
    if (!isWorthLeaving(run.beats, run.watch)) return
    const { id } = run
    void beat(run)
    again = setTimeout(() => {
      if (run.id === id && !run.watch.shown && isWaiting(readQueue(), id)) void beat(run)
    }, LEAVE_AGAIN_MS)
  }
  const mustBeginAnew = (at: number): boolean =>
    run.generation !== memoryGeneration() || (!run.watch.shown && at - run.watch.at >= SAME_OPENING_MS)
  return {
    show() {
      const at = now()
      if (again !== null) clearTimeout(again)
      if (mustBeginAnew(at)) {
        end(true)
        run = begin(opened, at, run.watch)
      }
      changeQueue((queue) => closeOthers(queue, running))
      othersWait = pickDue(readQueue()).some((report) => report.readingId !== run.id)
      tell({ kind: 'show', at })
      timer ??= setInterval(tick, TICK_MS)
    },
    hide() {
      end(false)
      reportLeaving()
    },
    touch: () => tell({ kind: 'touch', at: now() }),
    see: (id, visible) => tell({ kind: 'section', id, visible, at: now() }),
    seePicture: (id, visible) => tell({ kind: 'image', id, visible, at: now() }),
    reach: (depth) => tell({ kind: 'depth', depth, at: now() }),
    close() {
      const { shown } = run.watch
      end(true)
      if (shown) reportLeaving() // else `hide` has sent it all
    },
  }
}
