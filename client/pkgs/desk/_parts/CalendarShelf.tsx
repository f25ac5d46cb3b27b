// Beside the calendar: what is written and has no place yet, and what may come again, with how it has aged.
import { useLingui } from '@lingui/react'
import type { Shelved } from '@shared/contracts/calendar'
import { Button, Tabs } from 'antd'
import type { ReactNode } from 'react'
import type { Movable } from '@/features/calendar/stretch'
import type { SeenCalendar } from '@/features/calendar/use-calendar'
import { wordAge, wordWhen } from '@/features/calendar/words'
import type { CalendarDesk } from './use-calendar-desk'

type Props = { desk: CalendarDesk; seen: SeenCalendar }

function ShelfRow({ desk, what, note }: { desk: CalendarDesk; what: Movable; note: ReactNode }) {
  const { i18n } = useLingui()
  const title = what.title || i18n._('没有标题')
  return (
    <li
      className="cal-shelf-row"
      draggable
      onDragStart={(event) => {
        event.dataTransfer?.setData('text/plain', what.postId)
        desk.setDragged(what)
      }}
      onDragEnd={() => desk.setDragged(null)}
    >
      <button type="button" className="desk-link" onClick={() => desk.open(what.postId)}>
        {title}
      </button>
      <div className="desk-note">{note}</div>
      <Button size="small" aria-label={`${i18n._('排到…')} ${title}`} onClick={() => desk.setMoving(what)}>
        {i18n._('排到…')}
      </Button>
    </li>
  )
}

function Drafts({ desk, seen }: Props) {
  const { i18n } = useLingui()
  if (seen.drafts.length === 0) return <p className="desk-note">{i18n._('草稿都排好了')}</p>
  return (
    <ul>
      {seen.drafts.map((draft) => (
        <ShelfRow
          key={draft.postId}
          desk={desk}
          what={{ ...draft, at: null }}
          note={draft.ready ? i18n._('写好了') : i18n._('还没写完')}
        />
      ))}
    </ul>
  )
}

function ShelvedNote({ of, asOf }: { of: Shelved; asOf: number }) {
  const { i18n } = useLingui()
  const last = wordWhen(i18n, of.outAt)
  return (
    <>
      <p>{i18n._('上次 {when}，冷却 {n} 天', { when: last, n: of.coolDays })}</p>
      <p>
        {of.plannedAt !== null
          ? i18n._('已排 {when}', { when: wordWhen(i18n, of.plannedAt) })
          : of.restedFrom > asOf
            ? i18n._('{when} 起可以再发', { when: wordWhen(i18n, of.restedFrom) })
            : i18n._('可以再发')}
        {i18n._('，')}
        {wordAge(i18n, of.age)}
      </p>
    </>
  )
}

function Evergreens({ desk, seen }: Props) {
  const { i18n } = useLingui()
  return (
    <>
      {seen.shelf.length === 0 ? (
        <p className="desk-note">{i18n._('在编辑页把内容设为常青，过了冷却期就能再排')}</p>
      ) : (
        <ul>
          {seen.shelf.map((of) => (
            <ShelfRow
              key={of.postId}
              desk={desk}
              what={{ ...of, at: of.plannedAt }}
              note={<ShelvedNote of={of} asOf={seen.asOf} />}
            />
          ))}
        </ul>
      )}
      <details className="desk-note">
        <summary>{i18n._('新鲜度怎么算')}</summary>
        {i18n._('近 14 天深读占比除以之前 60 天的深读占比：低于 0.7 算看的人变少；任一边不到 30 次阅读就不判断。')}
      </details>
    </>
  )
}

export function CalendarShelf({ desk, seen }: Props) {
  const { i18n } = useLingui()
  return (
    <aside className="cal-shelf" aria-label={i18n._('待排')}>
      <Tabs
        items={[
          {
            key: 'drafts',
            label: i18n._('待排草稿 {n}', { n: seen.drafts.length }),
            children: <Drafts desk={desk} seen={seen} />,
          },
          {
            key: 'shelf',
            label: i18n._('常青 {n}', { n: seen.shelf.length }),
            children: <Evergreens desk={desk} seen={seen} />,
          },
        ]}
      />
    </aside>
  )
}
