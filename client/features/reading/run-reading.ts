// One opening of one article: the stopwatch runs, its state is written down often and reported rarely.
import { isBeatDue, isWorthLeaving, LEAVE_AGAIN_MS, NO_BEATS } from '@shared/domain/beat'
import type { ReadingId, SectionId } from '@shared/domain/ids'
import type { ReadingReport, SectionMs } from '@shared/domain/reading'
import { advance, type Look, type Sign, type Stopwatch, startStopwatch, sumMs } from '@shared/domain/stopwatch'
import { mintReadingId } from '@/platform/mint'
import { changeQueue, generation, readQueue, rememberMine } from './memory'
import { putReport } from './report-queue'
import { sendAllReports } from './send-reports'

/** about: what each of its reports says. lengths: characters per section, in the article's order. */
export type Opened = {
  about: Pick<ReadingReport, 'token' | 'postId' | 'version' | 'scene' | 'chatType' | 'by'>
  repId: string | null
  lengths: Readonly<Record<SectionId, number>>
}

const SPAN_MAX_MS = 86_400_000 // what a report can say
const TICK_MS = 1_000
const SNAPSHOT_TICKS = 2
/** Back within this she goes on reading; later it is a new opening. WeChat itself drops the app after it. */
const SAME_OPENING_MS = 30 * 60_000

const begin = (watch: Stopwatch) => ({
  ...NO_BEATS,
  id: mintReadingId(),
  generation,
  watch,
  seq: 0,
  writtenMs: -1, // the total last written down, to see whether anything is new
  refused: false, // the cloud will never take it
})

/** What there is nothing of is left out: every byte waits on the phone and crosses the wire. */
const unlessEmpty = (map: SectionMs): SectionMs | undefined => (Object.keys(map).length > 0 ? map : undefined)

const isWaiting = (id: ReadingId): boolean => readQueue().some(({ readingId }) => readingId === id)

/** `show` and `hide` in turn; nothing runs before the first `show`. */
export const runReading = ({ about, repId, lengths }: Opened) => {
  const [lastSection] = Object.keys(lengths).slice(-1) // at() is missing on phones before iOS 15
  let run = begin(startStopwatch(Date.now(), lengths))
  let timer: ReturnType<typeof setInterval>
  let again: ReturnType<typeof setTimeout>
  let ticks = 0
  let othersWait = false // readings of before: they ride with this one's first report, which comes sooner for them

  const tell = (sign: Sign): void => {
    run.watch = advance(run.watch, { ...sign, at: Date.now() })
  }
  /** Puts the running state where it survives. An idle page has no news, so it costs no calls. */
  const writeDown = (): void => {
    const { openedAt, at: lastAt, sections, images, again, depth } = run.watch
    const totalMs = sumMs(sections)
    if (run.refused || run.generation !== generation || run.writtenMs === totalMs) return
    run.writtenMs = totalMs
    run.seq += 1
    if (run.seq === 1 && repId !== null) rememberMine(repId, run.id)
    const report = {
      ...about,
      readingId: run.id,
      seq: run.seq,
      spanMs: Math.min(lastAt - openedAt, SPAN_MAX_MS),
      sections,
      images: unlessEmpty(images),
      again: unlessEmpty(again),
      depth,
      lastAt,
    }
    changeQueue((queue) => putReport(queue, report))
  }
  const beat = async (): Promise<void> => {
    const mine = run
    writeDown()
    const waited = isWaiting(mine.id)
    const triedMs = sumMs(mine.watch.sections)
    mine.triedMs = triedMs
    const answer = await sendAllReports()
    if (!waited || !answer) return
    if (answer.accepted.includes(mine.id)) mine.takenMs = triedMs
    else mine.refused = !answer.later.includes(mine.id)
    mine.everyMs = answer.nextBeatMs ?? mine.everyMs
  }
  const tick = (): void => {
    tell({ kind: 'tick' })
    ticks += 1
    if (othersWait || isBeatDue(run, run.watch, lastSection)) void beat()
    else if (ticks % SNAPSHOT_TICKS === 0) writeDown()
    othersWait = false
  }
  return {
    show(): void {
      clearTimeout(again)
      const { at, section, picture } = run.watch
      if (run.generation !== generation || Date.now() - at >= SAME_OPENING_MS)
        run = begin({ ...startStopwatch(Date.now(), lengths), section, picture })
      othersWait = readQueue().some(({ readingId }) => readingId !== run.id)
      tell({ kind: 'show' })
      timer = setInterval(tick, TICK_MS)
    },
    hide(): void {
      clearInterval(timer)
      tell({ kind: 'hide' })
      writeDown()
      if (!isWorthLeaving(run, run.watch)) return
      void beat()
      again = setTimeout(() => isWaiting(run.id) && void beat(), LEAVE_AGAIN_MS)
    },
    touch: (): void => tell({ kind: 'touch' }),
    look: (look: Look): void => tell({ kind: 'look', ...look }),
  }
}
