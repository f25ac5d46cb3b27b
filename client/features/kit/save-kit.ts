// In which order is a kit saved? Privacy, album, pictures one by one in the shown order, text last, then the mark.
import { AlbumClosed } from '@/platform/album'
import { advanceSave, type SaveEvent, type SaveState, savedOf, unsavedOf } from './save-state'

/** What saving needs from the phone; tests bring their own. */
export type SaveDoors = {
  askPrivacy: () => Promise<boolean>
  askAlbum: () => Promise<boolean>
  fetchImage: (index: number) => Promise<string>
  paintImage: (index: number, file: string) => Promise<string>
  saveImage: (index: number, painted: string) => Promise<void>
  copyText: () => Promise<boolean>
  mark: (savedImages: number) => Promise<unknown>
  /** Keeps what is in the album beyond this page's life. */
  keep: (saved: readonly number[]) => void
  isAlive: () => boolean
  done: () => void
}
type Tell = (event: SaveEvent) => SaveState

const FETCH_AT_ONCE = 3 // WeChat shares ten connections among everything
const TRIES = 3 // the first and two more

const withTries = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await work()
    } catch (error) {
      if (left === 0 || error instanceof AlbumClosed) throw error
    }
  }
}

/** Starts fetching in the shown order, three at once; each picture's promise can be awaited on its own. */
const fetchAhead = (indexes: readonly number[], doors: SaveDoors, tell: Tell): Map<number, Promise<string>> => {
  const fetched = new Map<number, Promise<string>>()
  indexes.forEach((index, place) => {
    const before = place < FETCH_AT_ONCE ? undefined : fetched.get(indexes[place - FETCH_AT_ONCE] ?? -1)
    const mine = Promise.resolve(before)
      .catch(() => undefined)
      .then(async () => {
        if (!doors.isAlive()) throw new Error('page left')
        tell({ at: 'image', index, step: 'fetching' })
        const file = await withTries(() => doors.fetchImage(index))
        tell({ at: 'image', index, step: 'fetched' })
        return file
      })
    mine.catch(() => undefined) // awaited later, by saveOne
    fetched.set(index, mine)
  })
  return fetched
}

/** Throws only AlbumClosed: everything else is this picture's own failure and the next one goes on. */
const saveOne = async (index: number, file: Promise<string>, doors: SaveDoors, tell: Tell): Promise<void> => {
  try {
    const local = await file
    tell({ at: 'image', index, step: 'painting' })
    const painted = await withTries(() => doors.paintImage(index, local))
    tell({ at: 'image', index, step: 'saving' })
    await withTries(() => doors.saveImage(index, painted))
    doors.keep(savedOf(tell({ at: 'image', index, step: 'saved' })))
  } catch (error) {
    if (error instanceof AlbumClosed) throw error
    tell({ at: 'image', index, step: 'failed' })
  }
}

/** false: the album closed under us, or the page was left. */
const saveImages = async (indexes: readonly number[], doors: SaveDoors, tell: Tell): Promise<boolean> => {
  const fetched = fetchAhead(indexes, doors, tell)
  for (const [index, file] of fetched) {
    if (!doors.isAlive()) return false
    try {
      await saveOne(index, file, doors, tell)
    } catch {
      tell({ at: 'phase', phase: 'album-refused' })
      return false
    }
  }
  return doors.isAlive()
}

/** Saves what is not saved yet and tells each step. Never throws; the same call resumes after anything. */
export const saveKit = async (start: SaveState, doors: SaveDoors, told: (state: SaveState) => void): Promise<void> => {
  let state = start
  const tell: Tell = (event) => {
    state = advanceSave(state, event)
    told(state)
    return state
  }
  const goTo = (phase: SaveState['phase']) => tell({ at: 'phase', phase })
  const open = unsavedOf(tell({ at: 'begin' }))
  if (!(await doors.askPrivacy())) return void goTo('privacy-refused')
  if (open.length > 0) {
    goTo('album')
    if (!(await doors.askAlbum())) return void goTo('album-refused')
    goTo('images')
    if (!(await saveImages(open, doors, tell))) return
  }
  goTo('text')
  tell({ at: 'copied', copied: await doors.copyText().catch(() => false) })
  await doors.mark(savedOf(state).length).catch(() => undefined)
  goTo('done')
  doors.done()
}
