// Pictures on their way in: how far each one is, what was refused and why, and trying one again.
import { checkPicked, type PickedRefusal } from '@shared/domain/draft'
import { useCallback, useRef, useState } from 'react'
import { mintId } from '@/platform/mint'
import {
  fetchKept,
  type ImageWords,
  type PickedImage,
  sendImage,
  type TakenImage,
  takeInImage,
} from '@/platform/upload'
import type { ShownImage } from './draft-form'

const AT_ONCE = 2

export type Upload = {
  imageId: string
  picked: PickedImage
  phase: 'waiting' | 'sending' | 'checking' | 'failed'
  sent: number // 0 … 1
  error: unknown
}
export type Refused = { name: string; reason: PickedRefusal | 'no-room' }

/** `onTaken` gets each picture once it is kept, with the bytes as they were chosen. */
export const useUploads = (onTaken: (taken: TakenImage, picked: PickedImage) => void) => {
  const [uploads, setUploads] = useState<Upload[]>([])
  const taken = useRef(onTaken)
  taken.current = onTaken
  const queue = useRef<Upload[]>([])
  const running = useRef(0)
  const orders = useRef(new Map<string, number>())
  const dropped = useRef(new Set<string>())

  const mark = useCallback((imageId: string, change: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.imageId === imageId ? { ...one, ...change } : one)))
  }, [])

  const bring = useCallback(
    async ({ imageId, picked }: Upload, words: ImageWords) => {
      mark(imageId, { phase: 'sending', sent: 0, error: null })
      try {
        const fileId = await sendImage(imageId, picked, (sent) => mark(imageId, { sent }))
        mark(imageId, { phase: 'checking', sent: 1 })
        const answer = await takeInImage(imageId, fileId, words)
        setUploads((all) => all.filter((one) => one.imageId !== imageId))
        if (!dropped.current.has(imageId)) taken.current(answer, picked)
      } catch (error) {
        mark(imageId, { phase: 'failed', error })
      }
    },
    [mark],
  )

  const work = useCallback(async () => {
    if (running.current >= AT_ONCE) return
    const next = queue.current.shift()
    if (!next) return
    running.current += 1
    await bring(next, { kind: 'photo', alt: '' })
    running.current -= 1
    void work()
  }, [bring])

  const start = useCallback(
    (some: Upload[]) => {
      queue.current.push(...some)
      for (let n = 0; n < AT_ONCE; n += 1) void work()
    },
    [work],
  )

  /** Takes up to `room` of them; says which were refused and why. */
  const add = useCallback(
    (picked: readonly PickedImage[], room: number): Refused[] => {
      const refused: Refused[] = []
      const fresh: Upload[] = []
      for (const one of picked) {
        const check = checkPicked(one)
        if (!check.ok) refused.push({ name: one.name, reason: check.reason })
        else if (fresh.length >= room) refused.push({ name: one.name, reason: 'no-room' })
        else fresh.push({ imageId: mintId(), picked: one, phase: 'waiting', sent: 0, error: null })
      }
      for (const one of fresh) orders.current.set(one.imageId, orders.current.size + 1)
      setUploads((all) => [...all, ...fresh])
      start(fresh)
      return refused
    },
    [start],
  )

  const retry = useCallback((upload: Upload) => start([upload]), [start])
  /** Nobody waits for it any more: should it still arrive, it changes nothing. */
  const drop = useCallback((imageId: string) => {
    dropped.current.add(imageId)
    queue.current = queue.current.filter((one) => one.imageId !== imageId)
    setUploads((all) => all.filter((one) => one.imageId !== imageId))
  }, [])
  const orderOf = useCallback((imageId: string) => orders.current.get(imageId) ?? 0, [])
  return { uploads, add, retry, drop, orderOf }
}

/** Puts a picture where it was picked, though a later one arrived first. */
export const placeImage = (
  imageIds: readonly string[],
  imageId: string,
  orderOf: (imageId: string) => number,
): string[] => {
  if (imageIds.includes(imageId)) return [...imageIds]
  const order = orderOf(imageId)
  const before = imageIds.findIndex((other) => orderOf(other) > order)
  const at = before < 0 ? imageIds.length : before
  return [...imageIds.slice(0, at), imageId, ...imageIds.slice(at)]
}

/**
 * A kept picture never changes, not in its words either: other words make it another picture. Throws CallError.
 * The first bytes are sent again while they are at hand, else the kept ones.
 */
export const rewordImage = async (image: ShownImage, words: ImageWords, picked?: PickedImage): Promise<ShownImage> => {
  const imageId = mintId()
  const fileId = await sendImage(imageId, picked ?? (await fetchKept(image.imageId, image.url)), () => undefined)
  return (await takeInImage(imageId, fileId, words)).image
}
