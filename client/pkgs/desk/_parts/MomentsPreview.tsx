// The post as one rep would have it in Moments: her wording, the nine-grid, where the text may fold.
import { ReloadOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { measureFold } from '@shared/domain/fold'
import { type ShortForm, shortForm } from '@shared/domain/variant/short-form'
import { TONES, type Tone } from '@shared/domain/variant/tone'
import { Button, Segmented, Switch } from 'antd'
import { useMemo, useState } from 'react'
import { foldAt, sampleText } from '@/features/post/text-report'
import { wordTone } from '@/features/post/words'
import { DeskEmpty } from './States'
import type { PostDesk } from './use-post-desk'

export function Grid({ desk }: { desk: PostDesk }) {
  const { imageIds } = desk.form
  const shape = imageIds.length === 1 ? 'one' : imageIds.length === 4 ? 'four' : 'many'
  return (
    <div className={`moments-grid moments-grid-${shape}`}>
      {imageIds.map((imageId) => {
        const image = desk.draft.known[imageId]
        return image ? (
          <img key={imageId} src={shape === 'one' ? image.url : image.thumbUrl} alt={image.alt} />
        ) : (
          <span key={imageId} className="moments-blank" />
        )
      })}
    </div>
  )
}

/** The text up to where it may fold, a mark there, and the rest. */
export function FoldedText({ text }: { text: string }) {
  const { i18n } = useLingui()
  const at = foldAt(text)
  return (
    <div className="moments-text">
      {text.slice(0, at)}
      {at < text.length && (
        <>
          <span className="moments-fold">{i18n._('可能从这里折叠')}</span>
          <span className="moments-rest">{text.slice(at).replace(/^\n/, '')}</span>
        </>
      )}
    </div>
  )
}

type VoiceProps = { tone: Tone; onTone: (tone: Tone) => void; onNext: () => void }

/** Whose wording is shown: the voice, and one rep or another of it. */
export function Voice({ tone, onTone, onNext }: VoiceProps) {
  const { i18n } = useLingui()
  return (
    <div className="desk-voice">
      <Segmented
        size="small"
        aria-label={i18n._('语气')}
        value={tone}
        options={TONES.map((value) => ({ value, label: wordTone(i18n, value) }))}
        onChange={onTone}
      />
      <Button size="small" type="text" icon={<ReloadOutlined />} onClick={onNext}>
        {i18n._('换一版')}
      </Button>
    </div>
  )
}

function Comments({ name, comments }: { name: string; comments: string[] }) {
  const { i18n } = useLingui()
  return comments.map((comment) => (
    <p className="moments-comment" key={comment}>
      <span className="moments-name">{name}</span>
      {i18n._('：')}
      {comment}
    </p>
  ))
}

type ShortProps = { form: ShortForm; on: boolean; onChange: (on: boolean) => void }

/** Offered only where the whole text may fold. */
function ShortChoice({ form, on, onChange }: ShortProps) {
  const { i18n } = useLingui()
  if (form.ok && form.rest === '') return null
  return (
    <div className="desk-short">
      <Switch id="post-short" size="small" checked={on} disabled={!form.ok} onChange={onChange} />
      <label htmlFor="post-short">{i18n._('短版')}</label>
      <span className="desk-note">
        {form.ok ? i18n._('后半段放首条评论') : i18n._('第一句就超过 6 行，拆不出短版。把它断成两句')}
      </span>
    </div>
  )
}

type Props = { desk: PostDesk; tone: Tone; attempt: number }

export function MomentsPreview({ desk, tone, attempt }: Props) {
  const { i18n } = useLingui()
  const [wantsShort, setShort] = useState(false)
  const { form, report } = desk
  const whole = sampleText(report, form.text, { tone, attempt })
  const short = useMemo(() => shortForm(whole), [whole])
  const cut = wantsShort && short.ok && short.rest !== '' ? short : null
  const text = cut ? cut.short : whole
  const { lines, folds } = measureFold(text)
  const name = i18n._('林悦')
  const blank = form.text.trim() === '' && form.imageIds.length === 0
  const comments = [cut?.rest ?? '', form.firstComment].filter((comment) => comment.trim() !== '')
  return (
    <>
      {blank ? (
        <DeskEmpty title={i18n._('还没有文案')} hint={i18n._('写下第一句，这里就是导购发出去的样子')} />
      ) : (
        <article className="moments">
          <span className="moments-face" aria-hidden="true">
            {Array.from(name)[0]}
          </span>
          <div className="moments-body">
            <p className="moments-name">{name}</p>
            <FoldedText text={text} />
            {form.imageIds.length > 0 && <Grid desk={desk} />}
            <p className="desk-note">{i18n._('刚刚')}</p>
            <Comments name={name} comments={comments} />
          </div>
        </article>
      )}
      {!blank && <ShortChoice form={short} on={cut !== null} onChange={setShort} />}
      {!blank && (
        <p id="post-fold" className={folds ? 'desk-fold desk-fold-over' : 'desk-fold'}>
          {i18n._('约 {lines} 行 · 粘贴超过约 6 行可能折叠', { lines })}
        </p>
      )}
    </>
  )
}
