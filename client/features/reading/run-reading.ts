// One opening of one article: the stopwatch runs, its state is written down often and reported rarely.
import type { PostId, ReadingId, SectionId, ShareToken } from '@shared/domain/ids'
import type { ReadingReport } from '@shared/domain/reading'
import { advance, type Stopwatch, type StopwatchEvent, sectionsOf, startStopwatch } from '@shared/domain/stopwatch'
import { mintReadingId } from '@/platform/mint'
import { changeQueue, memoryGeneration, readQueue, rememberMine } from './memory'
import { closeOthers, pickDue, putReport } from './report-queue'
import { sendAllReports, sendReports } from './send-reports'

export type Opened = { postId: PostId; version: number; token: ShareToken | null; scene: number; repId: string | null }

const TICK_MS = 1_000
const SNAPSHOT_MS = 3_000
const FIRST_REPORT_MS = 5_000
const BEAT_MS = 15_000 // until the server says otherwise
const BEAT_MAX_MS = 120_000
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
  nextBeatAt: number
  refused: boolean
}

const begin = (opened: Opened, at: number, visible: readonly SectionId[]): Run => {
  const id = mintReadingId()
  running.add(id)
  if (opened.repId !== null) rememberMine(opened.repId, id)
  const watch = { ...startStopwatch(at), visible }
  const times = { writtenAt: at, nextBeatAt: at + FIRST_REPORT_MS }
  return { id, generation: memoryGeneration(), watch, seq: 0, written: '', refused: false, ...times }
}

const reportOf = (opened: Opened, run: Run): ReadingReport => ({
  readingId: run.id,
  postId: opened.postId,
  version: opened.version,
  token: opened.token,
  scene: opened.scene,
  seq: run.seq,
  openedAt: run.watch.openedAt,
  lastAt: run.watch.at,
  sections: sectionsOf(run.watch),
  depth: run.watch.depth,
})

/** Puts the running state where it survives. An idle page has no news, so it costs no calls. */
const writeDown = (opened: Opened, run: Run, closed: boolean): void => {
  run.writtenAt = run.watch.at
  if (run.refused || run.generation !== memoryGeneration()) return
  const state = JSON.stringify([sectionsOf(run.watch), run.watch.depth])
  if (state !== run.written) run.seq += 1
  else if (!closed) return
  run.written = state
  changeQueue((queue) => putReport(queue, reportOf(opened, run), closed))
}

const beat = async (run: Run, now: number): Promise<void> => {
  run.nextBeatAt = now + BEAT_MS
  const sent = await sendReports(run.id)
  if (sent.refused.includes(run.id)) run.refused = true
  if (sent.nextBeatMs !== null) run.nextBeatAt = now + Math.min(sent.nextBeatMs, BEAT_MAX_MS)
}

export type RunningReading = {
  show(): void
  hide(): void
  touch(): void
  see(id: SectionId, visible: boolean): void
  reach(depth: number): void
  close(): void
}

/** `now` in ms. Nothing runs before the first `show`. */
export const runReading = (opened: Opened, now: () => number = Date.now): RunningReading => {
  let run = begin(opened, now(), [])
  let timer: ReturnType<typeof setInterval> | null = null
  const tell = (event: StopwatchEvent): void => {
    run.watch = advance(run.watch, event)
  }
  const tick = (): void => {
    const at = now()
    tell({ kind: 'tick', at })
    if (at - run.writtenAt >= SNAPSHOT_MS || at < run.writtenAt) writeDown(opened, run, false)
    if (at < run.nextBeatAt && run.nextBeatAt - at <= BEAT_MAX_MS) return // further off: her clock was set back
    writeDown(opened, run, false)
    void beat(run, at)
  }
  const end = (closed: boolean): void => {
    if (timer !== null) clearInterval(timer)
    timer = null
    tell({ kind: 'hide', at: now() })
    writeDown(opened, run, closed)
    if (closed) running.delete(run.id)
  }
  const mustBeginAnew = (at: number): boolean =>
    run.generation !== memoryGeneration() || (!run.watch.shown && at - run.watch.at >= SAME_OPENING_MS)
  return {
    show() {
      const at = now()
      if (mustBeginAnew(at)) {
        end(true)
        run = begin(opened, at, run.watch.visible)
      }
      changeQueue((queue) => closeOthers(queue, running))
      if (pickDue(readQueue()).length > 0) void sendAllReports()
      tell({ kind: 'show', at })
      timer ??= setInterval(tick, TICK_MS)
    },
    hide() {
      end(false)
      void beat(run, now())
    },
    touch: () => tell({ kind: 'touch', at: now() }),
    see: (id, visible) => tell({ kind: 'section', id, visible, at: now() }),
    reach: (depth) => tell({ kind: 'depth', depth, at: now() }),
    close() {
      const { shown } = run.watch
      end(true)
      if (shown) void beat(run, now()) // else `hide` has sent it all
    },
  }
}
