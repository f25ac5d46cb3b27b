// The approver's word: let it out as wished or now, or give it back with what to change. Whoever had a hand in it is told so.
import { useLingui } from '@lingui/react'
import { NOTES_MAX } from '@shared/domain/approval'
import { wordInstant } from '@shared/domain/day'
import { App, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useEditor } from '@/features/post/use-posts'
import { type ReviewRow, useReviewActs, wishOf } from '@/features/post/use-reviews'
import { currentLang } from '@/platform/lang'
import { asShown, errorText } from '@/ui/error-text'
import { Approvers } from './Approvers'
import { Field } from './Field'
import { Withdraw } from './Withdraw'

/** One word at a time; what was refused is told, and after somebody else's word the list is asked again. */
const useDeciding = (row: ReviewRow) => {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { approve, giveBack, refresh } = useReviewActs()
  const [busy, setBusy] = useState<'' | 'approve' | 'return'>('')
  const [wrong, setWrong] = useState('')
  const run = async (which: 'approve' | 'return', act: () => Promise<unknown>, done: string) => {
    setBusy(which)
    setWrong('')
    try {
      await act()
      void message.success(done)
    } catch (error) {
      setWrong(errorText(error))
      if (asShown(error).code === 'conflict') refresh()
    }
    setBusy('')
  }
  return {
    ...{ busy, wrong, setWrong },
    letOut: (publishAt: number | null) =>
      run(
        'approve',
        () => approve(row, publishAt),
        publishAt === null ? i18n._('通过了，发出去了') : i18n._('通过了，到点自动发'),
      ),
    back: (notes: string) => run('return', () => giveBack(row, notes), i18n._('退回了，她会看到你写的')),
  }
}

function When({ wish, later, onChange }: { wish: number; later: boolean; onChange: (later: boolean) => void }) {
  const { i18n } = useLingui()
  const when = wordInstant(wish, Date.now(), currentLang())
  return (
    <Radio.Group
      aria-label={i18n._('什么时候发')}
      value={later}
      onChange={(event) => onChange(event.target.value === true)}
      options={[
        { value: true, label: i18n._('按她要的 {when} 发', { when }) },
        { value: false, label: i18n._('现在发') },
      ]}
    />
  )
}

function Deciding({ row }: { row: ReviewRow }) {
  const { i18n } = useLingui()
  const { busy, wrong, setWrong, letOut, back } = useDeciding(row)
  const wish = wishOf(row.review, Date.now())
  const [later, setLater] = useState(true)
  const [notes, setNotes] = useState('')
  const publishAt = later ? wish : null
  const giveBack = () => (notes.trim() === '' ? setWrong(i18n._('写一句要改什么')) : void back(notes.trim()))
  return (
    <div className="review-acts">
      {wish !== null && <When wish={wish} later={later} onChange={setLater} />}
      {row.review.publishAt !== null && wish === null && (
        <p className="desk-note">{i18n._('她要的时间已经过了，通过就现在发')}</p>
      )}
      <Field
        id="review-notes"
        label={i18n._('退回的话，要改什么')}
        aside={`${notes.length}/${NOTES_MAX}`}
        error={wrong || null}
      >
        <Input.TextArea
          id="review-notes"
          aria-describedby="review-notes-say"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={NOTES_MAX}
          value={notes}
          onChange={(event) => {
            setNotes(event.target.value)
            setWrong('')
          }}
        />
      </Field>
      <div className="desk-row">
        <Button
          id="review-approve"
          type="primary"
          loading={busy === 'approve'}
          disabled={busy === 'return'}
          onClick={() => void letOut(publishAt)}
        >
          {publishAt === null ? i18n._('通过，现在发') : i18n._('通过，到点发')}
        </Button>
        <Button id="review-return" loading={busy === 'return'} disabled={busy === 'approve'} onClick={giveBack}>
          {i18n._('退回')}
        </Button>
      </div>
      <p className="desk-note">{i18n._('通过的是这一版的文案、图片和上面这批样稿，会和你的名字一起留下')}</p>
    </div>
  )
}

export function ReviewActs({ row }: { row: ReviewRow }) {
  const { i18n } = useLingui()
  const { data } = useEditor()
  if (data?.role === 'approver' && !row.own) return <Deciding row={row} />
  return (
    <div className="review-acts">
      <p className="desk-note">
        {data?.role === 'approver'
          ? i18n._('你写过或提交过这一条，要请另一位审核人来审')
          : i18n._('要有审核权限的同事来审')}
      </p>
      <Approvers postId={row.postId} />
      {row.own && <Withdraw of={row} />}
    </div>
  )
}
