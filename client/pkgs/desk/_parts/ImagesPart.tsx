// Up to nine pictures in their order: brought in by dropping or choosing, moved by dragging or by arrows.
import { InboxOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { IMAGES_MAX } from '@shared/domain/limits'
import { Button, Checkbox, Progress } from 'antd'
import { type DragEvent, useState } from 'react'
import { markOf } from '@/features/post/image-marks'
import type { Upload } from '@/features/post/use-uploads'
import { AltMissing } from './AltMissing'
import { Part } from './Field'
import { ImageCard } from './ImageCard'
import { MarkDialog } from './MarkDialog'
import { MinorField } from './MinorField'
import { useMarkDialog } from './use-mark-dialog'
import { type Pictures, usePictures } from './use-pictures'
import type { PostDesk } from './use-post-desk'

export const PICTURES = 'image/jpeg,image/png,image/webp'

function Drop({ pictures }: { pictures: Pictures }) {
  const { i18n } = useLingui()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (event.dataTransfer.files.length > 0) pictures.add([...event.dataTransfer.files])
  }
  return (
    <label
      className={`desk-drop ${over ? 'desk-drop-over' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <InboxOutlined aria-hidden="true" className="desk-drop-mark" />
      <span className="desk-drop-words">{i18n._('拖进来，或点这里选图')}</span>
      <span className="desk-note">{i18n._('JPEG、PNG、WebP，每张不超过 10 MB')}</span>
      <input
        id="post-images"
        className="desk-drop-input"
        aria-label={i18n._('朋友圈图片')}
        type="file"
        accept={PICTURES}
        multiple
        onChange={(event) => {
          pictures.add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </label>
  )
}

function Incoming({ upload, pictures }: { upload: Upload; pictures: Pictures }) {
  const { i18n } = useLingui()
  const failed = upload.phase === 'failed'
  return (
    <li className="desk-incoming">
      <span className="desk-cut">{failed ? pictures.wordFailure(upload) : upload.picked.name}</span>
      {failed ? (
        <span className="desk-row">
          <Button size="small" onClick={() => pictures.retry(upload)}>
            {i18n._('再试一次')}
          </Button>
          <Button size="small" type="text" onClick={() => pictures.drop(upload.imageId)}>
            {i18n._('不要了')}
          </Button>
        </span>
      ) : (
        <span className="desk-incoming-bar">
          <Progress percent={Math.round(upload.sent * 100)} size="small" showInfo={false} />
          <span className="desk-note desk-number">
            {upload.phase === 'checking' ? i18n._('在检查') : `${Math.round(upload.sent * 100)}%`}
          </span>
        </span>
      )}
    </li>
  )
}

/** The first stays the first: with fewer there is nothing to order. */
const ORDERED_FROM = 3

function OrderChoice({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { imageIds, orderFree } = desk.form
  if (imageIds.length < ORDERED_FROM && !orderFree) return null
  return (
    <Checkbox
      id="post-order-free"
      checked={orderFree}
      onChange={(event) => desk.draft.change({ orderFree: event.target.checked })}
    >
      {i18n._('顺序可变：除第一张外，每位导购的顺序可以不同')}
    </Checkbox>
  )
}

export function ImagesPart({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const pictures = usePictures(desk)
  const marks = useMarkDialog(desk, pictures.follow)
  const [dragged, setDragged] = useState<number | null>(null)
  const { imageIds } = desk.form
  return (
    <Part title={i18n._('图片 {n}/{max}', { n: imageIds.length, max: IMAGES_MAX })}>
      {imageIds.length > 0 && (
        <ol className="desk-images">
          {imageIds.map((imageId, place) => (
            <ImageCard
              key={imageId}
              image={desk.draft.known[imageId] ?? null}
              mark={markOf(desk.form.imageMarks, imageId)}
              place={place}
              last={imageIds.length - 1}
              editable={desk.editable}
              said={pictures.said[imageId] ?? ''}
              onMove={(to) => pictures.move(place, to)}
              onRemove={() => pictures.remove(imageId)}
              onDescribe={pictures.describe}
              onMark={(image) => marks.begin(image, i18n._('第 {n} 张', { n: place + 1 }), true)}
              onDragStart={() => setDragged(place)}
              onDrop={() => {
                if (dragged !== null) pictures.move(dragged, place)
                setDragged(null)
              }}
            >
              <MinorField desk={desk} imageId={imageId} name={i18n._('第 {n} 张', { n: place + 1 })} />
            </ImageCard>
          ))}
        </ol>
      )}
      <AltMissing form={desk.form} known={desk.draft.known} />
      <OrderChoice desk={desk} />
      {pictures.uploads.length > 0 && (
        <ul className="desk-incomings" aria-live="polite">
          {pictures.uploads.map((upload) => (
            <Incoming key={upload.imageId} upload={upload} pictures={pictures} />
          ))}
        </ul>
      )}
      {desk.editable && pictures.room > 0 && <Drop pictures={pictures} />}
      {pictures.refused.map((sentence) => (
        <p key={sentence} className="desk-wrong" role="alert">
          {sentence}
        </p>
      ))}
      <MarkDialog marks={marks} />
    </Part>
  )
}
