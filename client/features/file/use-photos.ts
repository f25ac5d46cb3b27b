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

/** Of a consultation, or offered to be published: each has a place of its own in the cloud. */
type Of = 'photo' | 'submission'
const prepare = (of: Of) =>
  of === 'photo' ? call('render', 'photo.prepare', {}) : call('render', 'submission.prepare', {})
const take = (of: Of, fileId: string) =>
  of === 'photo' ? call('render', 'photo.take', { fileId }) : call('render', 'submission.take', { fileId })

/** Throws CallError. */
const bring = async (of: Of, { content }: PickedImage, progress: (sent: number) => void): Promise<Taken> => {
  const fileId = await sendTo(await prepare(of), content, progress)
  const taken = await take(of, fileId)
  return { fileId: taken.fileId, url: taken.url }
}

/** One that is there from before was taken long ago. */
const workOf = (photo: Taken): PhotoWork => ({
  id: photo.fileId,
  picked: { name: '', bytes: 0, type: '', content: '' },
  state: { at: 'taken', photo },
})

type Wanted = { of: Of; most: number; before: readonly Taken[] }
const OF_A_NOTE: Wanted = { of: 'photo', most: NOTE_PHOTOS_MAX, before: [] }

export const usePhotos = ({ of, most, before }: Wanted = OF_A_NOTE) => {
  const [works, setWorks] = useState<PhotoWork[]>(() => before.map(workOf))
  const [refused, setRefused] = useState<PickedRefusal | null>(null)
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const turn = (id: string, state: PhotoWork['state']) =>
    setWorks((all) => all.map((work) => (work.id === id ? { ...work, state } : work)))
  /** One after the other: a shop's signal is weak, and one photo is done sooner than six halves. */
  const send = ({ id, picked }: Pick<PhotoWork, 'id' | 'picked'>) => {
    turn(id, { at: 'sending', sent: 0 })
    line.current = line.current.then(() =>
      bring(of, picked, (sent) => turn(id, { at: 'sending', sent })).then(
        (photo) => turn(id, { at: 'taken', photo }),
        (error: unknown) => turn(id, { at: 'failed', error }),
      ),
    )
  }
  const add = (files: readonly PickedImage[]) => {
    const checked = files.map((picked) => ({ picked, check: checkPicked(picked) }))
    setRefused(checked.flatMap(({ check }) => (check.ok ? [] : [check.reason]))[0] ?? null)
    const room = most - works.length
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
    room: most - works.length,
  }
}
export type Photos = ReturnType<typeof usePhotos>
