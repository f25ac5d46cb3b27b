// One picture of the post: what it shows in words, photo or poster, its place in the order.
import { ArrowLeftOutlined, ArrowRightOutlined, DeleteOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { Button, Input, Segmented } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { ShownImage } from '@/features/post/draft-form'
import type { ImageMark } from '@/features/post/image-marks'
import type { ImageWords } from '@/platform/upload'
import { MarksOver } from './MarksOver'

type Props = {
  image: ShownImage | null
  mark: ImageMark | null
  place: number
  last: number
  editable: boolean
  said: string
  onMove: (to: number) => void
  onRemove: () => void
  onDescribe: (image: ShownImage, words: ImageWords) => Promise<void>
  onMark: (image: ShownImage) => void
  children?: ReactNode
  onDragStart: () => void
  onDrop: () => void
}

function Words({
  image,
  place,
  editable,
  onDescribe,
}: Pick<Props, 'place' | 'editable' | 'onDescribe'> & { image: ShownImage }) {
  const { i18n } = useLingui()
  const [alt, setAlt] = useState(image.alt)
  useEffect(() => setAlt(image.alt), [image.alt])
  const { kind } = image
  const store = (words: ImageWords) => {
    if (words.alt !== image.alt || words.kind !== kind) void onDescribe(image, words)
  }
  return (
    <>
      <Input
        id={`image-alt-${place + 1}`}
        aria-label={i18n._('第 {n} 张的说明', { n: place + 1 })}
        status={alt.trim() === '' ? 'warning' : undefined}
        placeholder={i18n._('图里是什么')}
        maxLength={60}
        disabled={!editable}
        value={alt}
        onChange={(event) => setAlt(event.target.value)}
        onBlur={() => store({ alt: alt.trim(), kind })}
        onPressEnter={() => store({ alt: alt.trim(), kind })}
      />
      <Segmented
        block
        size="small"
        aria-label={i18n._('第 {n} 张是照片还是海报', { n: place + 1 })}
        disabled={!editable}
        value={kind}
        options={[
          { value: 'photo', label: i18n._('照片') },
          { value: 'poster', label: i18n._('海报') },
        ]}
        onChange={(next) => store({ alt: alt.trim(), kind: next === 'poster' ? 'poster' : 'photo' })}
      />
    </>
  )
}

export function ImageCard(props: Props) {
  const { image, place, last, editable, said, onMove, onRemove, onDragStart, onDrop } = props
  const { i18n } = useLingui()
  const n = place + 1
  return (
    <li
      className="desk-image"
      draggable={editable}
      onDragStart={onDragStart}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDrop()
      }}
    >
      <div className="desk-image-frame">
        {image && <img src={image.thumbUrl} alt={image.alt} draggable={false} />}
        {image && <MarksOver image={image} mark={props.mark} frameRatio={1} />}
        <span className="desk-image-n">{n}</span>
      </div>
      {image && <Words image={image} place={place} editable={editable} onDescribe={props.onDescribe} />}
      {props.children}
      {image && editable && (
        <Button size="small" aria-label={i18n._('第 {n} 张标要紧处', { n })} onClick={() => props.onMark(image)}>
          {i18n._('标要紧处')}
        </Button>
      )}
      {said !== '' && <p className="desk-note">{said}</p>}
      {editable && (
        <div className="desk-image-acts">
          <Button
            size="small"
            type="text"
            icon={<ArrowLeftOutlined />}
            aria-label={i18n._('第 {n} 张往前移', { n })}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowRightOutlined />}
            aria-label={i18n._('第 {n} 张往后移', { n })}
            disabled={place === last}
            onClick={() => onMove(place + 1)}
          />
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={i18n._('移走第 {n} 张', { n })}
            onClick={onRemove}
          />
        </div>
      )}
    </li>
  )
}
