// Saving as a screen sees it: where it stands, start or go on, start afresh.
import { useRef, useState } from 'react'
import { askAlbum, openAlbumSetting, saveToAlbum } from '@/platform/album'
import { copyText } from '@/platform/clipboard'
import { lightHaptic } from '@/platform/haptic'
import { useIsAlive } from '@/platform/page'
import { askPrivacy } from '@/platform/privacy-gate'
import { type SaveDoors, saveKit } from './save-kit'
import { isSaving, type SaveState, startSave } from './save-state'
import { keepSaved, recallSaved, saveKey } from './saves'
import { type OpenedKit, writeMark } from './use-kits'

export type Pictures = Pick<SaveDoors, 'fetchImage' | 'paintImage'>

/** 01.jpg … 09.jpg: plain names sort the same everywhere. */
const nameOf = (index: number): string => `${String(index + 1).padStart(2, '0')}.jpg`

/** `text`: what is copied, as it is shown when its turn comes. */
export const useSave = (kit: OpenedKit, pictures: Pictures, text: string) => {
  const key = saveKey(kit.postId, kit.version)
  const [state, setState] = useState<SaveState>(() => startSave(kit.images.length, recallSaved(key)))
  const latest = useRef(state)
  const shown = useRef(text)
  shown.current = text
  const isAlive = useIsAlive()

  const told = (next: SaveState) => {
    latest.current = next
    if (isAlive()) setState(next)
  }
  const doors: SaveDoors = {
    ...pictures,
    askPrivacy,
    askAlbum,
    isAlive,
    saveImage: (index, painted) => saveToAlbum(painted, nameOf(index)),
    copyText: () => copyText(shown.current),
    mark: (images) => writeMark(kit, { mark: 'saved', images }),
    keep: (saved) => keepSaved(key, saved, Date.now()),
    done: lightHaptic,
  }
  /** Saves what is missing; a second tap while it runs does nothing. */
  const start = async (): Promise<void> => {
    if (!isSaving(latest.current)) await saveKit(latest.current, doors, told)
  }
  const startOver = async (): Promise<void> => {
    if (isSaving(latest.current)) return
    keepSaved(key, [], Date.now())
    latest.current = startSave(kit.images.length)
    await start()
  }
  const openSetting = async (): Promise<void> => {
    if (await openAlbumSetting()) await start()
  }
  return { state, start, startOver, openSetting }
}
