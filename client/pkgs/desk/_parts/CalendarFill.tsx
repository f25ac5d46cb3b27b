// What could fill the gaps, each with its reasons; taken in one act, with those left out that one does not want.
import { useLingui } from '@lingui/react'
import { Alert, Button, Checkbox, Drawer } from 'antd'
import { useState } from 'react'
import { moveOf, type SeenCalendar } from '@/features/calendar/use-calendar'
import { wordWhen, wordWhy } from '@/features/calendar/words'
import { errorText } from '@/ui/error-text'
import type { CalendarDesk } from './use-calendar-desk'

type Props = { desk: CalendarDesk; seen: SeenCalendar; onClose: () => void }
type Move = SeenCalendar['moves'][number]

function Proposal({ seen, move, on, onChange }: { seen: SeenCalendar; move: Move; on: boolean; onChange: () => void }) {
  const { i18n } = useLingui()
  const column = seen.columns.find(({ columnId }) => columnId === move.columnId)?.name ?? ''
  return (
    <li className="cal-move">
      <Checkbox checked={on} onChange={onChange}>
        {i18n._('{when} {column}：{title}', { when: wordWhen(i18n, move.at), column, title: move.title })}
      </Checkbox>
      <p className="desk-note">{move.why.map((why) => wordWhy(i18n, why)).join(i18n._('，'))}</p>
    </li>
  )
}

/** What was proposed when it was opened: it does not change under one's hands. */
export function CalendarFill({ desk, seen, onClose }: Props) {
  const { i18n } = useLingui()
  const [moves] = useState(seen.moves)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const chosen = moves.filter(({ postId }) => !left.has(postId))
  const toggle = (postId: string) =>
    setLeft((before) => new Set(before.has(postId) ? [...before].filter((id) => id !== postId) : [...before, postId]))
  const take = async () => {
    setBusy(true)
    try {
      const { refused } = await desk.fill(
        chosen.map((move) => ({ ...moveOf(move, move.at, move.columnId), at: move.at })),
      )
      if (refused.length === 0) return onClose()
      const titleOf = (id: string) => moves.find(({ postId }) => postId === id)?.title ?? id
      setFailure(
        refused
          .map(({ postId, message }) => i18n._('《{title}》没排上：{message}', { title: titleOf(postId), message }))
          .join(' '),
      )
    } catch (error) {
      setFailure(errorText(error))
    }
    setBusy(false)
  }
  return (
    <Drawer
      open
      size={560}
      title={i18n._('填满空档')}
      onClose={onClose}
      footer={
        <div className="plan-foot">
          <span className="desk-note">{i18n._('草稿排好后还要送出；常青的到点自动再发')}</span>
          <Button type="primary" loading={busy} disabled={chosen.length === 0} onClick={() => void take()}>
            {i18n._('排上这 {n} 条', { n: chosen.length })}
          </Button>
        </div>
      }
    >
      {failure !== '' && <Alert type="error" role="alert" title={failure} />}
      {moves.length === 0 ? (
        <p className="desk-note">{i18n._('没有合适的内容可排：多写几条草稿，或把老内容设为常青')}</p>
      ) : (
        <ul>
          {moves.map((move) => (
            <Proposal
              key={move.postId}
              seen={seen}
              move={move}
              on={!left.has(move.postId)}
              onChange={() => toggle(move.postId)}
            />
          ))}
        </ul>
      )}
    </Drawer>
  )
}
