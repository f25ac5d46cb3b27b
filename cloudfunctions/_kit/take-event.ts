// A result came by push: which question does it answer, and what follows? One that answers none yet is kept for a day.
import { afterEvent, type Check, type Event, STRAY_KEPT_MS, type Verdict } from '@shared/domain/check'
import { changeCheck, findCheckByTrace, insertCheck } from './data/checks'
import { followCheck } from './follow-check'
import { log } from './log'

export const toEvent = (traceId: string, verdict: Verdict, label: number | null): Event => ({ traceId, verdict, label })

const strayOf = ({ traceId, verdict, label }: Event, now: number): Check => ({
  ...{ _id: `event.${traceId}`, subject: '', kind: 'image', place: '', content: '', state: 'stray', verdict, label },
  ...{ word: '', traceId, tries: 0, nextAt: now + STRAY_KEPT_MS, queuedAt: now, askedAt: null, doneAt: null },
  ...{ gaveUp: 0, decided: null },
})

/** What follows is tried at once; where it fails the next timer does it. */
const follow = async (check: Check, now: number): Promise<void> => {
  try {
    await followCheck(check, now)
  } catch (error) {
    log.warn({ event: 'check-not-followed', message: error instanceof Error ? error.message : String(error) })
  }
}

/** Each try that fails means that another answer was taken, or that a timer was faster. */
const TRIES_MAX = 5

/** False: we know of no such question. */
const apply = async (event: Event, now: number): Promise<boolean> => {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const check = await findCheckByTrace(event.traceId)
    if (!check) return false
    const change = afterEvent(check, event, now)
    if (!change) return true
    if (!(await changeCheck(check, change))) continue
    await follow({ ...check, ...change }, now)
    return true
  }
  throw new Error('A result found its check changing all the time')
}

/** Repeatable; twice at once or out of order the worst counts. */
export const takeEvent = async (event: Event, now: number): Promise<void> => {
  if (await apply(event, now)) return
  await insertCheck(strayOf(event, now))
  // whoever asked may have written its number down in between, and looked for this before it was there
  await apply(event, now)
}
