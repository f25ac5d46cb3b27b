// Photos of a consultation on their way to the cloud: each sent and looked at by itself, each tried again by itself.
import { checkPicked, type PickedRefusal } from '@shared/domain/draft'
import { NOTE_PHOTOS_MAX } from '@shared/domain/limits'
import { useRef, useState } from 'react'
import { call } from '@/platform/call'
import { mintId } from '@/platform/mint'
import { type PickedImage, sendTo } from '@/platform/upload'

export type Taken = { fileId: string; url: string }
export type PhotoWork = {
  id: string
  picked: PickedImage
  state: { at: 'sending'; sent: number } | { at: 'failed'; error: unknown } | { at: 'taken'; photo: Taken }
}

/** Throws CallError. */
const bring = async ({ content }: PickedImage, progress: (sent: number) => void): Promise<Taken> => {
  const place = await call('render', 'photo.prepare', {})
  const fileId = await sendTo(place, content, progress)
  const taken = await call('render', 'photo.take', { fileId })
  return { fileId: taken.fileId, url: taken.url }
}

export const usePhotos = () => {
  const [works, setWorks] = useState<PhotoWork[]>([])
  const [refused, setRefused] = useState<PickedRefusal | null>(null)
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const turn = (id: string, state: PhotoWork['state']) =>
    setWorks((all) => all.map((work) => (work.id === id ? { ...work, state } : work)))
  /** One after the other: a shop's signal is weak, and one photo is done sooner than six halves. */
  const send = ({ id, picked }: Pick<PhotoWork, 'id' | 'picked'>) => {
    turn(id, { at: 'sending', sent: 0 })
    line.current = line.current.then(() =>
      bring(picked, (sent) => turn(id, { at: 'sending', sent })).then(
        (photo) => turn(id, { at: 'taken', photo }),
        (error: unknown) => turn(id, { at: 'failed', error }),
      ),
    )
  }
  const add = (files: readonly PickedImage[]) => {
    const checked = files.map((picked) => ({ picked, check: checkPicked(picked) }))
    setRefused(checked.flatMap(({ check }) => (check.ok ? [] : [check.reason]))[0] ?? null)
    const room = NOTE_PHOTOS_MAX - works.length
    const fresh = checked.filter(({ check }) => check.ok).slice(0, room)
    const begun = fresh.map(({ picked }): PhotoWork => ({ id: mintId(), picked, state: { at: 'sending', sent: 0 } }))
    setWorks((all) => [...all, ...begun])
    for (const work of begun) send(work)
  }
  return {
    works,
    refused,
    add,
    again: send,
    remove: (id: string) => setWorks((all) => all.filter((work) => work.id !== id)),
    taken: works.flatMap(({ state }) => (state.at === 'taken' ? [state.photo] : [])),
    ready: works.every(({ state }) => state.at === 'taken'),
    room: NOTE_PHOTOS_MAX - works.length,
  }
}
export type Photos = ReturnType<typeof usePhotos>
