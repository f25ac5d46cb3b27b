// Sending it out, or handing it in where a second person has to look: now or at a time, to whom, who answers for what.
import { useLingui } from '@lingui/react'
import { dayOf, instantOf, timeOf } from '@shared/domain/day'
import { AD_UNMARKED } from '@shared/domain/safety'
import { Alert, App, Checkbox, DatePicker, Modal, Radio, TimePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useEffect, useMemo, useState } from 'react'
import { draftOf } from '@/features/post/draft-form'
import { type Risk, risksOf } from '@/features/post/risks'
import { type Signing, useSigning } from '@/features/post/signing'
import { usePool } from '@/features/post/use-pool'
import { wordSpace } from '@/features/post/words'
import { Approvers } from './Approvers'
import { Field } from './Field'
import { ApprovedBy } from './PoolApproval'
import { SigningPart } from './Signing'
import { show, useActs } from './use-acts'
import type { PostDesk } from './use-post-desk'

type Props = { desk: PostDesk; open: boolean; onClose: () => void }
type When = { later: boolean; day: string; time: string }

const HOUR_MS = 3_600_000

/** The next full hour in Shanghai, until someone chooses. */
const soon = (): When => {
  const at = Date.now() + HOUR_MS
  return { later: false, day: dayOf(at), time: `${timeOf(at).slice(0, 2)}:00` }
}
/** The pickers show a day and a time as written; the zone is ours alone (shared/domain/day). */
const shownAs = (when: When): Dayjs => dayjs(`${when.day}T${when.time}`)

function Time({ when, wrong, onChange }: { when: When; wrong: string; onChange: (patch: Partial<When>) => void }) {
  const { i18n } = useLingui()
  const today = dayOf(Date.now())
  return (
    <div className="desk-pair">
      <Field id="publish-day" label={i18n._('日期')} error={wrong || null} hint={i18n._('上海时间')}>
        <DatePicker
          id="publish-day"
          allowClear={false}
          value={shownAs(when)}
          disabledDate={(day: Dayjs) => day.format('YYYY-MM-DD') < today}
          onChange={(day: Dayjs | null) => day && onChange({ day: day.format('YYYY-MM-DD') })}
        />
      </Field>
      <Field id="publish-time" label={i18n._('时间')}>
        <TimePicker
          id="publish-time"
          allowClear={false}
          format="HH:mm"
          minuteStep={5}
          needConfirm={false}
          value={shownAs(when)}
          onChange={(time: Dayjs | null) => time && onChange({ time: time.format('HH:mm') })}
        />
      </Field>
    </div>
  )
}

/** Whether someone looked at the texts first: told, never asked for. */
function Looked({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { unsaved, editing } = desk.draft
  const { data, isPlaceholderData } = usePool(desk.postId, editing.version, !unsaved)
  // its line stands from the start: what is below must not move away under a finger
  if (!unsaved && (!data || isPlaceholderData)) return <li aria-busy>…</li>
  const approved = unsaved ? null : data?.approved
  return <li>{approved ? <ApprovedBy approved={approved} /> : i18n._('这版样稿还没有人看过')}</li>
}

function Summary({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { audience, report, form } = desk
  const least = Math.min(...report.spaces.map(({ space }) => space))
  return (
    <ul className="desk-summary">
      <li>
        {form.storeIds.length === 0
          ? i18n._('发给全部 {stores} 家门店，{reps} 位导购', audience)
          : i18n._('发给 {stores} 家门店，{reps} 位导购', audience)}
      </li>
      <li>
        {i18n._('{images} 张图，每人一份自己的文案，最少的语气也有 {n} 种说法', {
          images: form.imageIds.length,
          n: Number.isFinite(least) ? wordSpace(i18n, least) : '0',
        })}
      </li>
      {form.isAd && <li>{i18n._('长文上标明“广告”')}</li>}
      <Looked desk={desk} />
    </ul>
  )
}

/** Which part of the form it is put right in. */
const placeOfRisk = (risk: Risk | undefined): string => {
  if (risk?.where === 'alt' || risk?.where === 'image' || risk?.id === AD_UNMARKED) return 'safety'
  return risk?.where ?? 'text'
}

/** Approved already: this very version as it is stored. Given back: whatever is written after, until it is approved. */
const useDecided = ({ draft, post }: PostDesk) => {
  const state = post?.review?.state
  return {
    isApproved: state === 'approved' && !draft.unsaved && post?.state !== 'recalled',
    isReturned: state === 'returned',
  }
}

type SecondProps = { desk: PostDesk; signing: Signing; must: boolean; asked: boolean; onAsk: (asked: boolean) => void }

/** Whether somebody else looks at it first, and why that may not be left out. */
function SecondPerson({ desk, signing, must, asked, onAsk }: SecondProps) {
  const { i18n } = useLingui()
  const n = signing.toSign.length
  return (
    <div className="desk-second">
      {must && (
        <Alert
          type="warning"
          showIcon
          title={n > 0 ? i18n._('有 {n} 处风险，一个人不能发', { n }) : i18n._('这一版被退回过，要审核通过才能发')}
          description={i18n._('提交后，由另一位有审核权限、没写过这条的同事看过再发')}
        />
      )}
      <Checkbox
        id="publish-second"
        checked={must || asked}
        disabled={must}
        onChange={(event) => onAsk(event.target.checked)}
      >
        {i18n._('请另一位同事审核后再发')}
      </Checkbox>
      {(must || asked) && <Approvers postId={desk.post && desk.postId} />}
    </div>
  )
}

/** What can be found in it, once the dialog is open. */
const useRisks = ({ form, draft }: PostDesk, open: boolean) =>
  useMemo(() => (open ? risksOf(draftOf(form), Object.values(draft.known)) : []), [open, form, draft.known])

export function PublishDialog({ desk, open, onClose }: Props) {
  const { i18n } = useLingui()
  const { message } = App.useApp()
  const { send } = useActs(desk)
  const [when, setWhen] = useState(soon)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const signing = useSigning(useRisks(desk, open))
  const { isApproved, isReturned } = useDecided(desk)
  const [asked, setAsked] = useState(false)
  const must = (signing.second && !isApproved) || isReturned
  const way = must || asked ? ('submit' as const) : ('publish' as const)
  const [unsigned, setUnsigned] = useState('')
  const barred = signing.blocked.length > 0
  const at = desk.post?.publishAt ?? desk.post?.plannedAt ?? null
  useEffect(() => {
    if (!open) return
    setWrong('')
    setUnsigned('')
    setWhen(at === null || at <= Date.now() ? soon() : { later: true, day: dayOf(at), time: timeOf(at) })
  }, [open, at])
  const change = (patch: Partial<When>) => {
    setWrong('')
    setWhen((now) => ({ ...now, ...patch }))
  }
  const toWord = () => {
    onClose()
    setTimeout(() => show(placeOfRisk(signing.blocked[0])))
  }
  const done = way === 'submit' ? i18n._('提交了，等审核') : when.later ? i18n._('到点自动发') : i18n._('发出去了')
  const go = async () => {
    const publishAt = when.later ? instantOf(when.day, when.time) : null
    if (publishAt !== null && publishAt <= Date.now()) return setWrong(i18n._('这个时间过了，选晚一点的'))
    if (!signing.decision.ok) return setUnsigned(i18n._('每一处都勾上，再写一句为什么可以用'))
    setBusy(true)
    const refused = await send({ publishAt, ...signing.by }, way)
    setBusy(false)
    if (refused) return setWrong(refused)
    if (refused === null) void message.success(done)
    onClose()
  }
  return (
    <Modal
      open={open}
      title={i18n._('发布这条内容')}
      okText={way === 'submit' ? i18n._('提交审核') : when.later ? i18n._('定时发布') : i18n._('现在发布')}
      cancelText={i18n._('再看看')}
      okButtonProps={{ id: 'publish-confirm', disabled: barred }}
      confirmLoading={busy}
      onOk={() => void go()}
      onCancel={onClose}
    >
      {open && <Summary desk={desk} />}
      <SigningPart signing={signing} wrong={signing.decision.ok ? '' : unsigned} onBack={toWord} />
      <SecondPerson desk={desk} signing={signing} must={must} asked={asked} onAsk={setAsked} />
      <Radio.Group
        className="desk-when"
        aria-label={i18n._('什么时候发')}
        value={when.later ? 'later' : 'now'}
        onChange={(event) => change({ later: event.target.value === 'later' })}
        options={[
          { value: 'now', label: i18n._('现在') },
          { value: 'later', label: i18n._('定个时间') },
        ]}
      />
      {when.later && <Time when={when} wrong={wrong} onChange={change} />}
      {!when.later && wrong !== '' && (
        <p className="desk-wrong" role="alert">
          {wrong}
        </p>
      )}
    </Modal>
  )
}
