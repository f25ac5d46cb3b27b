// Who writes people just now: an import, or somebody at the desk? Each waits for the other, so that no code is given twice.
import { randomUUID } from 'node:crypto'
import { now } from './clock'
import { beginSaving, endSaving, findRunning, isSaving } from './data/rosters'
import { refusal } from './errors'

/** Until an import is done nobody at HQ sees or changes people: she would meet half of it. */
export const ensureNoRoster = async (): Promise<void> => {
  if (await findRunning()) throw refusal('roster-running')
}

/** Longer than any save takes: whose function died holds up nobody for longer. */
const SAVING_MS = 30_000
const TRIES = 40
const WAIT_MS = 50
const wait = () => new Promise((resolve) => setTimeout(resolve, WAIT_MS + Math.random() * WAIT_MS))

/** Another save may have taken the code that was free when this one looked: one after the other, beside no import. */
export const savingPeople = async <T>(save: () => Promise<T>): Promise<T> => {
  const token = randomUUID()
  for (let tries = 0; !(await beginSaving(token, now(), now() + SAVING_MS)); tries++) {
    if (tries >= TRIES) throw refusal('busy')
    await wait()
  }
  try {
    // said before it is asked, and the import does the same: at least one of the two sees the other
    await ensureNoRoster()
    return await save()
  } finally {
    await endSaving(token)
  }
}

/** An import that has its lock lets the save end that began before. */
export const ensureNoSaving = async (): Promise<void> => {
  for (let tries = 0; await isSaving(now()); tries++) {
    if (tries >= TRIES) throw refusal('busy')
    await wait()
  }
}
