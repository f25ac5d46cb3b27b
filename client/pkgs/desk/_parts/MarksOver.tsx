// Small over a thumbnail: where its marks are, as the frame shows the picture.
import type { ShownImage } from '@/features/post/draft-form'
import type { ImageMark } from '@/features/post/image-marks'
import { coverOf } from '@/features/post/mark-box'
import { type MarkBox, startMarking } from '@/features/post/marking'

/** A box's place in percent of the picture. */
export const placeOfBox = ({ box }: Pick<MarkBox, 'box'>) => ({
  left: `${box.x / 10}%`,
  top: `${box.y / 10}%`,
  width: `${box.w / 10}%`,
  height: `${box.h / 10}%`,
})

type Props = { image: ShownImage; mark: ImageMark | null; frameRatio: number }

export function MarksOver({ image, mark, frameRatio }: Props) {
  if (!mark) return null
  const { width, height } = coverOf(image, frameRatio)
  return (
    <span className="marks-over" style={{ width: `${width}%`, height: `${height}%` }} aria-hidden="true">
      {startMarking(mark).boxes.map((one) => (
        <span key={one.id} className={`marks-over-box mark-${one.kind}`} style={placeOfBox(one)} />
      ))}
    </span>
  )
}
