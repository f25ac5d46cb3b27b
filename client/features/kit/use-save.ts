// Saving as a screen sees it: where it stands, start or go on, start afresh.
import { useReducer, useRef } from 'react'
import { askAlbum, openAlbumSetting, saveToAlbum } from '@/platform/album'
import { copyText } from '@/platform/clipboard'
import { lightHaptic } from '@/platform/haptic'
import { useIsAlive } from '@/platform/page'
import { askPrivacy } from '@/platform/privacy-gate'
import { type SaveDoors, saveKit } from './save-kit'
import { type SaveState, startSave } from './save-state'
import { keepSaved, recallSaved, setKey } from './saves'
import { type OpenedKit, writeMark } from './use-kits'

export type Pictures = Pick<SaveDoors, 'fetchImage' | 'paintImage'>

/** 01.jpg … 09.jpg: plain names sort the same everywhere. */
const nameOf = (index: number): string => `${String(index + 1).padStart(2, '0')}.jpg`

/** How far this set has come; with another set it starts afresh. */
const useProgress = (key: string, count: number) => {
  const fresh = () => ({ key, state: startSave(count, recallSaved(key)) })
  const latest = useRef<{ key: string; state: SaveState } | null>(null)
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  if (latest.current?.key !== key) latest.current = fresh()
  const now = latest.current
  return {
    now,
    /** Whether the set that a running save is of is still the one she has. */
    isStill: () => latest.current === now,
    redraw,
  }
}

/** `text`: what is copied, as it is shown when its turn comes. */
export const useSave = (kit: OpenedKit, pictures: Pictures, text: string) => {
  const key = setKey(kit.postId, kit.version, kit.pictureRolls)
  const { now, isStill, redraw } = useProgress(key, kit.images.length)
  const running = useRef(false)
  const shown = useRef(text)
  shown.current = text
  const isAlive = useIsAlive()

  const told = (next: SaveState) => {
    now.state = next
    if (isAlive() && isStill()) redraw()
  }
  const doors: SaveDoors = {
    ...pictures,
    askPrivacy,
    askAlbum,
    isAlive: () => isAlive() && isStill(),
    saveImage: (index, painted) => saveToAlbum(painted, nameOf(index)),
    copyText: () => copyText(shown.current),
    mark: (images) => writeMark(kit, { mark: 'saved', images }),
    keep: (saved) => keepSaved(key, saved, Date.now()),
    done: lightHaptic,
  }
  /** Saves what is missing; a second tap while it runs does nothing. */
  const start = async (): Promise<void> => {
    if (running.current) return
    running.current = true
    await saveKit(now.state, doors, told).finally(() => {
      running.current = false
    })
  }
  const startOver = async (): Promise<void> => {
    if (running.current) return
    keepSaved(key, [], Date.now())
    now.state = startSave(kit.images.length)
    await start()
  }
  const openSetting = async (): Promise<void> => {
    if (await openAlbumSetting()) await start()
  }
  return { state: now.state, start, startOver, openSetting }
}
