// What of a post's pictures matters: which marks belong to which picture, and stay with it through every change.
import type { Rect } from '@shared/domain/recipe'

/** focus: stays in view however the picture is cut. keepOut: never cut into, never painted over. */
export type ImageMark = { imageId: string; focus: Rect | null; keepOut: Rect[] }

const isMarked = ({ focus, keepOut }: ImageMark): boolean => focus !== null || keepOut.length > 0

/** A picture's marks; null while it has none. */
export const markOf = (marks: readonly ImageMark[], imageId: string): ImageMark | null =>
  marks.find((mark) => mark.imageId === imageId) ?? null

/** These marks instead of the picture's former ones; empty ones are none. */
export const putMark = (marks: readonly ImageMark[], mark: ImageMark): ImageMark[] => {
  const others = marks.filter(({ imageId }) => imageId !== mark.imageId)
  return isMarked(mark) ? [...others, mark] : others
}

/** As they are stored: of named pictures only, in their order, so that the same marks are always the same. */
export const storedMarks = (marks: readonly ImageMark[], imageIds: readonly string[]): ImageMark[] =>
  imageIds.flatMap((imageId, place) => {
    const mark = imageIds.indexOf(imageId) === place ? markOf(marks, imageId) : null
    return mark && isMarked(mark) ? [mark] : []
  })
