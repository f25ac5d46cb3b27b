// Where the post is used, whether it may come again, and when it is over.
import { useLingui } from '@lingui/react'
import { dayOf, instantOf, timeOf } from '@shared/domain/day'
import { POST_CHANNELS, type PostChannel } from '@shared/domain/post'
import { Checkbox, Input, InputNumber, Switch } from 'antd'
import { wordChannel } from '@/features/calendar/words'
import { Field } from './Field'
import type { PostDesk } from './use-post-desk'

/** Weeks enough that a reader does not meet it twice in a month. */
const COOL_DAYS = 30
const COOL_DAYS_MAX = 365

function Evergreen({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { form, draft, editable } = desk
  const { coolDays } = form
  return (
    <div className="desk-switch">
      <Switch
        id="post-evergreen"
        checked={coolDays !== null}
        disabled={!editable}
        onChange={(on) => draft.change({ coolDays: on ? COOL_DAYS : null })}
      />
      <label htmlFor="post-evergreen">{i18n._('常青，过一阵可以再发')}</label>
      {coolDays !== null && (
        <InputNumber
          aria-label={i18n._('冷却几天')}
          min={1}
          max={COOL_DAYS_MAX}
          precision={0}
          disabled={!editable}
          prefix={i18n._('冷却')}
          suffix={i18n._('天')}
          value={coolDays}
          onChange={(days) => draft.change({ coolDays: days ?? COOL_DAYS })}
        />
      )}
    </div>
  )
}

/** '2026-11-30T24:00' has no such minute in an input: a day's end is the next day's 00:00. */
const toInput = (at: number | null): string => (at === null ? '' : `${dayOf(at)}T${timeOf(at)}`)
const fromInput = (text: string): number | null => {
  const [day, time] = text.split('T')
  return day && time ? instantOf(day, time) : null
}

export function LifeFields({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { form, draft, editable } = desk
  const isPast = form.expiresAt !== null && form.expiresAt <= Date.now()
  return (
    <>
      <fieldset className="desk-fields">
        <legend>{i18n._('用在哪')}</legend>
        <Checkbox.Group
          value={form.channels}
          disabled={!editable}
          options={POST_CHANNELS.map((value) => ({ value, label: wordChannel(i18n, value) }))}
          onChange={(channels) => draft.change({ channels: channels as PostChannel[] })}
        />
      </fieldset>
      <Evergreen desk={desk} />
      <Field
        id="post-expires"
        label={i18n._('什么时候到期')}
        hint={i18n._('到点自动下架，空着就一直在')}
        error={isPast ? i18n._('这个时间已经过了') : null}
      >
        <Input
          id="post-expires"
          aria-describedby="post-expires-say"
          type="datetime-local"
          allowClear
          disabled={!editable}
          value={toInput(form.expiresAt)}
          onChange={(event) => draft.change({ expiresAt: fromInput(event.target.value) })}
        />
      </Field>
    </>
  )
}
