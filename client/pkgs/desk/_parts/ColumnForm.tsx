// One column: its name, its days and hour, where it is used, and what readers and planners should know of it.
import { useLingui } from '@lingui/react'
import { COLUMN_ABOUT_MAX, COLUMN_NAME_MAX, TOPIC_HINT_MAX } from '@shared/domain/column'
import { POST_CHANNELS, type PostChannel } from '@shared/domain/post'
import { Alert, App, Button, Checkbox, Drawer, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { type ColumnWords, type ShownColumn, useCalendarActs } from '@/features/calendar/use-calendar'
import { wordChannel } from '@/features/calendar/words'
import { EVERY_DAY, wordWeekday } from '@/features/group/plan-form'
import { errorText } from '@/ui/error-text'
import { Field } from './Field'

type Props = { opened: ShownColumn; onBack: () => void; onClose: () => void }
type Form = Omit<ColumnWords, 'coverId'> & { coverId: string | null }
type Change = (change: Partial<Form>) => void

const formOf = ({ name, weekdays, time, channels, topicHint, about, coverId }: ShownColumn): Form => ({
  ...{ name, weekdays, time, channels, topicHint, about, coverId },
})

function When({ form, onChange }: { form: Form; onChange: Change }) {
  const { i18n } = useLingui()
  return (
    <>
      <Field id="column-name" label={i18n._('名称')} aside={`${form.name.length}/${COLUMN_NAME_MAX}`}>
        <Input
          id="column-name"
          value={form.name}
          maxLength={COLUMN_NAME_MAX}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <fieldset className="plan-days">
        <legend>{i18n._('哪几天')}</legend>
        <Checkbox.Group
          value={form.weekdays}
          options={EVERY_DAY.map((value) => ({ value, label: wordWeekday(value, i18n) }))}
          onChange={(weekdays) => onChange({ weekdays: weekdays.map(Number) })}
        />
      </fieldset>
      <Field id="column-time" label={i18n._('几点')}>
        <Input
          id="column-time"
          type="time"
          value={form.time}
          onChange={(event) => onChange({ time: event.target.value })}
        />
      </Field>
    </>
  )
}

function What({ form, onChange }: { form: Form; onChange: Change }) {
  const { i18n } = useLingui()
  return (
    <>
      <fieldset className="plan-days">
        <legend>{i18n._('用在哪')}</legend>
        <Checkbox.Group
          value={form.channels}
          options={POST_CHANNELS.map((value) => ({ value, label: wordChannel(i18n, value) }))}
          onChange={(channels) => onChange({ channels: channels as PostChannel[] })}
        />
      </fieldset>
      <Field id="column-hint" label={i18n._('写什么话题')} hint={i18n._('给编辑看。填空档时按它找话题对得上的草稿')}>
        <Input
          id="column-hint"
          aria-describedby="column-hint-say"
          value={form.topicHint}
          maxLength={TOPIC_HINT_MAX}
          onChange={(event) => onChange({ topicHint: event.target.value })}
        />
      </Field>
      <Field id="column-about" label={i18n._('一句介绍')} hint={i18n._('给客户看，写在栏目页上')}>
        <Input.TextArea
          id="column-about"
          aria-describedby="column-about-say"
          autoSize={{ minRows: 2, maxRows: 4 }}
          value={form.about}
          maxLength={COLUMN_ABOUT_MAX}
          onChange={(event) => onChange({ about: event.target.value })}
        />
      </Field>
    </>
  )
}

const useWork = (onDone: () => void) => {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const run = async (work: Promise<unknown>, words: string) => {
    setBusy(true)
    try {
      await work
      void message.success(words)
      onDone()
    } catch (error) {
      setFailure(errorText(error))
      setBusy(false)
    }
  }
  return { busy, failure, run }
}

export function ColumnForm({ opened, onBack, onClose }: Props) {
  const { i18n } = useLingui()
  const { saveColumn, dropColumn } = useCalendarActs()
  const [form, setForm] = useState(formOf(opened))
  const { busy, failure, run } = useWork(onBack)
  const change: Change = (part) => setForm((before) => ({ ...before, ...part }))
  const missing =
    form.name.trim() === ''
      ? i18n._('写个名称')
      : form.weekdays.length === 0
        ? i18n._('选一下星期几')
        : form.time === ''
          ? i18n._('写一下几点')
          : ''
  const save = () => saveColumn(opened.columnId, opened.rev, { ...form, name: form.name.trim() } as ColumnWords)
  return (
    <Drawer
      open
      size={480}
      title={opened.rev === 0 ? i18n._('新建栏目') : i18n._('改栏目')}
      onClose={onClose}
      footer={
        <div className="plan-foot">
          {opened.rev > 0 && (
            <Popconfirm
              title={i18n._('停掉这个栏目？已发的内容不变')}
              okText={i18n._('停掉')}
              cancelText={i18n._('留着')}
              onConfirm={() => void run(dropColumn(opened.columnId), i18n._('停掉了'))}
            >
              <Button danger disabled={busy}>
                {i18n._('停掉')}
              </Button>
            </Popconfirm>
          )}
          <Button onClick={onBack}>{i18n._('返回')}</Button>
          <span className="desk-note">{missing}</span>
          <Button
            type="primary"
            loading={busy}
            disabled={missing !== ''}
            onClick={() => void run(save(), i18n._('存好了'))}
          >
            {i18n._('存好')}
          </Button>
        </div>
      }
    >
      {failure !== '' && <Alert type="error" role="alert" title={failure} />}
      <When form={form} onChange={change} />
      <What form={form} onChange={change} />
    </Drawer>
  )
}
