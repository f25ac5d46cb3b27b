// The Moments pictures at work: bringing them in, their order, and the words they carry.
import { useLingui } from '@lingui/react'
import { moveItem } from '@shared/domain/draft'
import { IMAGES_MAX } from '@shared/domain/limits'
import { useRef, useState } from 'react'
import { replaceImage, type ShownImage } from '@/features/post/draft-form'
import { placeImage, type Refused, rewordImage, type Upload, useUploads } from '@/features/post/use-uploads'
import { wordNote, wordPicked } from '@/features/post/words'
import { type ImageWords, type PickedImage, pickedFile } from '@/platform/upload'
import { errorText } from '@/ui/error-text'
import type { PostDesk } from './use-post-desk'

/** Other words make another picture: one change at a time, the newest words win. */
const useWords = (desk: PostDesk, say: (imageId: string, sentence: string) => void) => {
  const { i18n } = useLingui()
  const { draft } = desk
  const picked = useRef(new Map<string, PickedImage>()) // the bytes as they were chosen, while they are at hand
  const wanted = useRef(new Map<string, ImageWords>())
  const became = useRef(new Map<string, string>())
  const describe = async (image: ShownImage, words: ImageWords): Promise<void> => {
    const { imageId } = image
    const busy = wanted.current.has(imageId)
    wanted.current.set(imageId, words)
    if (busy) return
    say(imageId, i18n._('正在存说明'))
    try {
      const bytes = picked.current.get(imageId)
      const kept = await rewordImage(image, words, bytes)
      if (bytes) picked.current.set(kept.imageId, bytes)
      draft.know(kept)
      became.current.set(imageId, kept.imageId)
      draft.change((form) => replaceImage(form, imageId, kept.imageId))
      const newest = wanted.current.get(imageId)
      if (newest && newest !== words) void describe(kept, newest)
    } catch (error) {
      say(imageId, i18n._('说明没存上：{why}', { why: errorText(error) }))
    }
    wanted.current.delete(imageId)
  }
  /** Which picture this one is by now. */
  const follow = (imageId: string): string => {
    const next = became.current.get(imageId)
    return next === undefined ? imageId : follow(next)
  }
  return { picked, describe, follow }
}

export const usePictures = (desk: PostDesk) => {
  const { i18n } = useLingui()
  const { draft } = desk
  const [said, setSaid] = useState<Record<string, string>>({})
  const say = (imageId: string, sentence: string) => setSaid((all) => ({ ...all, [imageId]: sentence }))
  const { picked, describe, follow } = useWords(desk, say)
  const [refused, setRefused] = useState<string[]>([])
  const uploading = useUploads(({ image, notes }, bytes) => {
    picked.current.set(image.imageId, bytes)
    draft.know(image)
    draft.change((form) => ({ imageIds: placeImage(form.imageIds, image.imageId, uploading.orderOf) }))
    say(image.imageId, notes.map((note) => wordNote(i18n, note)).join(i18n._('；')))
  })
  const room = IMAGES_MAX - desk.form.imageIds.length - uploading.uploads.length

  const word = ({ name, reason }: Refused): string =>
    reason === 'no-room'
      ? i18n._('最多 {max} 张，“{name}”没放进来', { max: IMAGES_MAX, name })
      : wordPicked(i18n, reason, name)
  const add = (files: readonly File[]) => setRefused(uploading.add(files.map(pickedFile), Math.max(0, room)).map(word))
  const wordFailure = (upload: Upload): string =>
    i18n._('“{name}”没传上：{why}', { name: upload.picked.name, why: errorText(upload.error) })

  const move = (from: number, to: number) => draft.change((form) => ({ imageIds: moveItem(form.imageIds, from, to) }))
  const remove = (imageId: string) =>
    draft.change((form) => ({ imageIds: form.imageIds.filter((other) => other !== imageId) }))
  return { ...uploading, room, refused, said, add, wordFailure, move, remove, describe, follow }
}

export type Pictures = ReturnType<typeof usePictures>
