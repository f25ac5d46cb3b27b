// One post in the calendar: how it stands and what is wrong with it, to be dragged or moved by its menu.
import { useLingui } from '@lingui/react'
import { timeOf } from '@shared/domain/day'
import { Dropdown, type MenuProps } from 'antd'
import { type Entry, isMovable } from '@/features/calendar/stretch'
import { wordClash, wordStanding, wordStores } from '@/features/calendar/words'
import type { CalendarDesk } from './use-calendar-desk'

type Props = { desk: CalendarDesk; entry: Entry }

const useClashes = ({ seen }: CalendarDesk, { postId, at }: Entry): string[] => {
  const { i18n } = useLingui()
  if (!seen) return []
  const titleOf = (id: string) => seen.entries.find((entry) => entry.postId === id)?.title ?? id
  return seen.clashes
    .filter((clash) => clash.at === at && clash.b === postId)
    .map((clash) => wordClash(i18n, clash, titleOf(clash.a)))
}

const useMenu = (desk: CalendarDesk, entry: Entry): MenuProps => {
  const { i18n } = useLingui()
  const items = [
    { key: 'open', label: i18n._('打开') },
    ...(isMovable(entry) ? [{ key: 'move', label: i18n._('移到…') }] : []),
    ...(isMovable(entry) && entry.standing !== 'scheduled' ? [{ key: 'off', label: i18n._('先不排') }] : []),
  ]
  return {
    items,
    onClick: ({ key }) => {
      if (key === 'open') desk.open(entry.postId)
      if (key === 'move') desk.setMoving(entry)
      if (key === 'off') void desk.place(entry, null)
    },
  }
}

export function CalendarEntry({ desk, entry }: Props) {
  const { i18n } = useLingui()
  const menu = useMenu(desk, entry)
  const clashes = useClashes(desk, entry)
  const title = entry.title || i18n._('没有标题')
  return (
    <div className="cal-entry" data-standing={entry.standing} data-clash={clashes.length > 0}>
      <Dropdown menu={menu} trigger={['click']}>
        <button
          type="button"
          className="cal-card"
          draggable={isMovable(entry)}
          onDragStart={(event) => {
            event.dataTransfer?.setData('text/plain', entry.postId)
            desk.setDragged(entry)
          }}
          onDragEnd={() => desk.setDragged(null)}
        >
          <span className="cal-card-title">
            <span className="desk-number">{timeOf(entry.at)}</span> {title}
          </span>
          <span className="cal-card-note">
            {wordStanding(i18n, entry)}
            {i18n._('，')}
            {wordStores(i18n, entry.stores)}
          </span>
        </button>
      </Dropdown>
      {clashes.map((words) => (
        <p key={words} className="cal-clash">
          {words}
        </p>
      ))}
    </div>
  )
}
