// One picture being marked: its boxes as drawn so far, put into the draft when she is done and forgotten when she is not.
import { useState } from 'react'
import type { ShownImage } from '@/features/post/draft-form'
import { markOf, putMark } from '@/features/post/image-marks'
import { type Marking, marksIn, startMarking } from '@/features/post/marking'
import type { PostDesk } from './use-post-desk'

/** dealt: each rep gets her own cut of it; pictures of the article are shown as they are. */
type Work = { image: ShownImage; name: string; dealt: boolean; marking: Marking }

/** `follow`: which picture it is by now; other words, stored meanwhile, made it another one. */
export const useMarkDialog = (desk: PostDesk, follow: (imageId: string) => string) => {
  const [work, setWork] = useState<Work | null>(null)
  const begin = (image: ShownImage, name: string, dealt: boolean) =>
    setWork({ image, name, dealt, marking: startMarking(markOf(desk.form.imageMarks, image.imageId)) })
  const change = (step: (marking: Marking) => Marking) =>
    setWork((now) => now && { ...now, marking: step(now.marking) })
  const leave = () => setWork(null)
  const keep = () => {
    if (!work) return
    const mark = { imageId: follow(work.image.imageId), ...marksIn(work.marking) }
    desk.draft.change((form) => ({ imageMarks: putMark(form.imageMarks, mark) }))
    leave()
  }
  return { work, begin, change, keep, leave }
}

export type MarkWork = ReturnType<typeof useMarkDialog>
