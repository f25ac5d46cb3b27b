// Moving without a mouse: into one of the gaps, or to a day and an hour of one's own.
import { useLingui } from '@lingui/react'
import { dayOf, instantOf, timeOf } from '@shared/domain/day'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { gapsOf, type Movable, type Slot } from '@/features/calendar/stretch'
import type { SeenCalendar } from '@/features/calendar/use-calendar'
import { wordGap, wordWhen } from '@/features/calendar/words'
import { Field } from './Field'
import type { CalendarDesk } from './use-calendar-desk'

type Props = { desk: CalendarDesk; seen: SeenCalendar; what: Movable }

const GAPS_SHOWN = 12

/** Its own column's first; of a post with a column, only those. */
const useGaps = (seen: SeenCalendar, { columnId }: Movable): Slot[] =>
  gapsOf(seen)
    .filter((slot) => columnId === null || slot.columnId === columnId)
    .slice(0, GAPS_SHOWN)

function Gaps({ desk, seen, what }: Props) {
  const { i18n } = useLingui()
  const gaps = useGaps(seen, what)
  if (gaps.length === 0) return <p className="desk-note">{i18n._('这段时间没有合适的空档')}</p>
  return (
    <ul className="cal-gaps">
      {gaps.map((slot) => {
        const name = seen.columns.find(({ columnId }) => columnId === slot.columnId)?.name ?? ''
        return (
          <li key={`${slot.columnId}.${slot.at}`}>
            <Button block onClick={() => void desk.place(what, slot.at, slot)}>
              {i18n._('{when} {name}：{gap}', { when: wordWhen(i18n, slot.at), name, gap: wordGap(i18n, slot) })}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

export function CalendarMove({ desk, seen, what }: Props) {
  const { i18n } = useLingui()
  const start = what.at ?? seen.asOf
  const [day, setDay] = useState(dayOf(start))
  const [time, setTime] = useState(what.at === null ? '09:00' : timeOf(start))
  const at = day && time ? instantOf(day, time) : null
  const isPast = at !== null && at <= seen.asOf
  return (
    <Modal
      open
      title={i18n._('《{title}》排到什么时候', { title: what.title || i18n._('没有标题') })}
      okText={i18n._('排到这里')}
      cancelText={i18n._('先不动')}
      okButtonProps={{ disabled: at === null || isPast }}
      onOk={() => at !== null && void desk.place(what, at)}
      onCancel={() => desk.setMoving(null)}
    >
      <h3 className="cal-move-head">{i18n._('空着的固定时间')}</h3>
      <Gaps desk={desk} seen={seen} what={what} />
      <h3 className="cal-move-head">{i18n._('或者自己定')}</h3>
      <div className="desk-pair">
        <Field id="cal-day" label={i18n._('哪天')} error={isPast ? i18n._('这个时间已经过了') : null}>
          <Input id="cal-day" type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        </Field>
        <Field id="cal-time" label={i18n._('几点')}>
          <Input id="cal-time" type="time" value={time} onChange={(event) => setTime(event.target.value)} />
        </Field>
      </div>
    </Modal>
  )
}
