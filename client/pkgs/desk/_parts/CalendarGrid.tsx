// The days of the stretch, each by the clock: what stands, what is empty, and where something can be dropped.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { weekdayOf } from '@shared/domain/group-plan'
import { type DragEvent, useState } from 'react'
import { type DayItem, daysOf, itemsOf, timeOn } from '@/features/calendar/stretch'
import type { SeenCalendar } from '@/features/calendar/use-calendar'
import { wordDate, wordGap } from '@/features/calendar/words'
import { wordWeekday } from '@/features/group/plan-form'
import { CalendarEntry } from './CalendarEntry'
import type { CalendarDesk } from './use-calendar-desk'

/** Takes what is dragged over it; `over` while it would. */
const useDrop = (isOpen: boolean, onDrop: () => void) => {
  const [over, setOver] = useState(false)
  return {
    over: over && isOpen,
    on: {
      onDragOver: (event: DragEvent) => {
        if (!isOpen) return
        event.preventDefault()
        event.stopPropagation()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        onDrop()
      },
    },
  }
}

function SlotRow({ desk, seen, item }: { desk: CalendarDesk; seen: SeenCalendar; item: DayItem }) {
  const { i18n } = useLingui()
  const { slot } = item
  const column = seen.columns.find(({ columnId }) => columnId === slot?.columnId)
  const gap = slot ? wordGap(i18n, slot) : ''
  const isPast = item.at <= seen.asOf
  const { over, on } = useDrop(desk.dragged !== null && slot !== null && !isPast, () => {
    if (desk.dragged && slot) void desk.place(desk.dragged, slot.at, slot)
  })
  return (
    <li className="cal-slot" data-over={over} data-gap={gap !== '' && !isPast} {...(slot ? on : {})}>
      {slot && (
        <p className="cal-slot-head">
          <span className="desk-number">{column?.time}</span> {column?.name}
        </p>
      )}
      {item.entries.map((entry) => (
        <CalendarEntry key={`${entry.postId}.${entry.at}`} desk={desk} entry={entry} />
      ))}
      {gap !== '' && <p className="cal-gap">{isPast ? i18n._('没排') : gap}</p>}
    </li>
  )
}

function DayCell({ desk, seen, day }: { desk: CalendarDesk; seen: SeenCalendar; day: string }) {
  const { i18n } = useLingui()
  const items = itemsOf(day, seen)
  const today = dayOf(seen.asOf)
  const { over, on } = useDrop(desk.dragged !== null && day >= today, () => {
    if (desk.dragged) void desk.place(desk.dragged, timeOn(day, desk.dragged, seen.slots))
  })
  const date = wordDate(i18n, day)
  const isOther = desk.span === 'month' && day.slice(0, 7) !== desk.day.slice(0, 7)
  return (
    <section
      className="cal-day"
      aria-label={date}
      data-over={over}
      data-today={day === today}
      data-past={day < today}
      data-other={isOther}
      {...on}
    >
      <h2 className="cal-day-head">
        <span>{wordWeekday(weekdayOf(day), i18n)}</span> <span className="desk-number">{date}</span>
        {day === today && <span className="desk-chip">{i18n._('今天')}</span>}
      </h2>
      {items.length === 0 ? (
        <p className="desk-note cal-none">{i18n._('没有安排')}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <SlotRow key={`${item.slot?.columnId ?? item.entries[0]?.postId}.${item.at}`} {...{ desk, seen, item }} />
          ))}
        </ul>
      )}
    </section>
  )
}

export function CalendarGrid({ desk, seen }: { desk: CalendarDesk; seen: SeenCalendar }) {
  return (
    <div className="cal-grid" data-span={desk.span} aria-busy={desk.query.isPlaceholderData}>
      {daysOf(desk.stretch).map((day) => (
        <DayCell key={day} desk={desk} seen={seen} day={day} />
      ))}
    </div>
  )
}
