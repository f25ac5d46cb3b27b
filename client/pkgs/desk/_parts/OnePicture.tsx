// A single picture of the article (cover or section): taken from the post's own pictures or brought in.
import { DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { Button, Dropdown, Progress } from 'antd'
import { useRef, useState } from 'react'
import { replaceImage } from '@/features/post/draft-form'
import { markOf } from '@/features/post/image-marks'
import { useUploads } from '@/features/post/use-uploads'
import { wordNote, wordPicked } from '@/features/post/words'
import { pickedFile } from '@/platform/upload'
import { errorText } from '@/ui/error-text'
import { AltLine } from './AltLine'
import { PICTURES } from './ImagesPart'
import { MarkDialog } from './MarkDialog'
import { MarksOver } from './MarksOver'
import { useMarkDialog } from './use-mark-dialog'
import type { PostDesk } from './use-post-desk'

type Props = {
  id: string
  label: string
  desk: PostDesk
  imageId: string | null
  onPick: (imageId: string | null) => void
}

const useOneUpload = (desk: PostDesk, onPick: Props['onPick']) => {
  const { i18n } = useLingui()
  const [said, setSaid] = useState('')
  const { uploads, add, retry, drop } = useUploads(({ image, notes }) => {
    desk.draft.know(image)
    onPick(image.imageId)
    setSaid(notes.map((note) => wordNote(i18n, note)).join(i18n._('；')))
  })
  const bring = (file: File | undefined) => {
    if (!file) return
    for (const upload of uploads) drop(upload.imageId)
    const [refused] = add([pickedFile(file)], 1)
    setSaid(refused && refused.reason !== 'no-room' ? wordPicked(i18n, refused.reason, refused.name) : '')
  }
  return { upload: uploads[0], said, bring, retry, drop }
}

/** Marks follow their picture through other words for it, and stay with it when another one takes its place meanwhile. */
const useOwnMarks = (desk: PostDesk, imageId: string | null, onPick: Props['onPick']) => {
  const replaced = useRef<string | null>(null)
  const marks = useMarkDialog(desk, (begun) => replaced.current ?? imageId ?? begun)
  const begin: typeof marks.begin = (...args) => {
    replaced.current = null
    marks.begin(...args)
  }
  const pick: Props['onPick'] = (next) => {
    replaced.current ??= imageId
    onPick(next)
  }
  return { marks: { ...marks, begin }, pick }
}

/** Its frame is three wide to two high. */
const FRAME_RATIO = 3 / 2

function Existing({ desk, onPick }: Pick<Props, 'desk' | 'onPick'>) {
  const { i18n } = useLingui()
  const items = desk.form.imageIds.map((imageId, place) => {
    const image = desk.draft.known[imageId]
    return {
      key: imageId,
      icon: image && <img className="desk-pick" src={image.thumbUrl} alt="" />,
      label: `${i18n._('第 {n} 张', { n: place + 1 })} ${image?.alt ?? ''}`,
    }
  })
  if (items.length === 0) return null
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => onPick(key) }} disabled={!desk.editable}>
      <Button size="small">{i18n._('用朋友圈的图')}</Button>
    </Dropdown>
  )
}

export function OnePicture({ id, label, desk, imageId, onPick }: Props) {
  const { i18n } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const { marks, pick } = useOwnMarks(desk, imageId, onPick)
  const { upload, said, bring, retry, drop } = useOneUpload(desk, pick)
  const image = imageId ? (desk.draft.known[imageId] ?? null) : null
  const failed = upload?.phase === 'failed'
  return (
    <div className="desk-one">
      <div className="desk-one-frame">
        {image && <img src={image.thumbUrl} alt={image.alt} />}
        {image && (
          <MarksOver image={image} mark={markOf(desk.form.imageMarks, image.imageId)} frameRatio={FRAME_RATIO} />
        )}
      </div>
      <div className="desk-one-words">
        <span className="desk-one-label">{label}</span>
        <div className="desk-row">
          <Button
            size="small"
            icon={<UploadOutlined />}
            disabled={!desk.editable}
            onClick={() => input.current?.click()}
          >
            {image ? i18n._('换一张') : i18n._('上传')}
          </Button>
          <Existing desk={desk} onPick={pick} />
          {image && desk.editable && (
            <Button
              size="small"
              aria-label={i18n._('{label}标要紧处', { label })}
              onClick={() => marks.begin(image, label, false)}
            >
              {i18n._('标要紧处')}
            </Button>
          )}
          {image && desk.editable && (
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={i18n._('移走{label}', { label })}
              onClick={() => pick(null)}
            />
          )}
        </div>
        <input
          ref={input}
          id={id}
          className="desk-hidden"
          type="file"
          tabIndex={-1}
          accept={PICTURES}
          aria-label={label}
          onChange={(event) => {
            bring(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        {upload && !failed && <Progress size="small" percent={Math.round(upload.sent * 100)} showInfo={false} />}
        {upload && failed && (
          <p className="desk-wrong" role="alert">
            {i18n._('“{name}”没传上：{why}', { name: upload.picked.name, why: errorText(upload.error) })}{' '}
            <button type="button" className="desk-link" onClick={() => retry(upload)}>
              {i18n._('再试一次')}
            </button>{' '}
            <button type="button" className="desk-link" onClick={() => drop(upload.imageId)}>
              {i18n._('不要了')}
            </button>
          </p>
        )}
        {image && (
          <AltLine
            key={image.imageId}
            id={id}
            label={label}
            image={image}
            editable={desk.editable}
            onReworded={(kept) => {
              desk.draft.know(kept)
              desk.draft.change((form) => replaceImage(form, image.imageId, kept.imageId))
            }}
          />
        )}
        {said !== '' && <p className="desk-note">{said}</p>}
      </div>
      <MarkDialog marks={marks} />
    </div>
  )
}
