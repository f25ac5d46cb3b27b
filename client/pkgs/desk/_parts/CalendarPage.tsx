// 日历: what stands when, which hours are empty, what clashes; moved by hand or filled by a proposal.
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { Alert, Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { SeenCalendar } from '@/features/calendar/use-calendar'
import { wordDate, wordState } from '@/features/calendar/words'
import { CalendarFill } from './CalendarFill'
import { CalendarGrid } from './CalendarGrid'
import { CalendarMove } from './CalendarMove'
import { CalendarShelf } from './CalendarShelf'
import { ColumnsDrawer } from './ColumnsDrawer'
import { DeskFailed, DeskLoading } from './States'
import { type CalendarDesk, useCalendarDesk } from './use-calendar-desk'
import './plans.scss'
import './calendar.scss'

function Stretch({ desk }: { desk: CalendarDesk }) {
  const { i18n } = useLingui()
  const { from, to } = desk.stretch
  const isWeek = desk.span === 'week'
  return (
    <div className="desk-row">
      <Segmented
        aria-label={i18n._('看多久')}
        value={desk.span}
        options={[
          { value: 'week', label: i18n._('周') },
          { value: 'month', label: i18n._('月') },
        ]}
        onChange={(span) => desk.show({ span: span === 'month' ? 'month' : 'week' })}
      />
      <Button
        icon={<LeftOutlined />}
        aria-label={isWeek ? i18n._('上一周') : i18n._('上个月')}
        onClick={() => desk.step(-1)}
      />
      <Button onClick={() => desk.show({ day: dayOf(Date.now()) })}>{i18n._('今天')}</Button>
      <Button
        icon={<RightOutlined />}
        aria-label={isWeek ? i18n._('下一周') : i18n._('下个月')}
        onClick={() => desk.step(1)}
      />
      <span className="desk-number">
        {i18n._('{from} 至 {to}', { from: wordDate(i18n, from), to: wordDate(i18n, to) })}
      </span>
    </div>
  )
}

function Filters({ desk, seen }: { desk: CalendarDesk; seen: SeenCalendar }) {
  const { i18n } = useLingui()
  return (
    <div className="desk-row">
      <Select
        aria-label={i18n._('区域')}
        value={desk.region}
        options={[
          { value: '', label: i18n._('全部区域') },
          ...seen.regions.map(({ regionId, name }) => ({ value: regionId, label: name })),
        ]}
        onChange={(region: string) => desk.show({ region })}
      />
      <Select
        aria-label={i18n._('栏目')}
        value={desk.column}
        options={[
          { value: '', label: i18n._('全部栏目') },
          ...seen.columns.map(({ columnId, name }) => ({ value: columnId, label: name })),
        ]}
        onChange={(column: string) => desk.show({ column })}
      />
    </div>
  )
}

function Board({ desk, seen, onColumns }: { desk: CalendarDesk; seen: SeenCalendar; onColumns: () => void }) {
  const { i18n } = useLingui()
  const [filling, setFilling] = useState(false)
  return (
    <>
      <div className="cal-tools">
        <Stretch desk={desk} />
        <Filters desk={desk} seen={seen} />
      </div>
      <div className="cal-tools">
        <p role="status">{wordState(i18n, seen)}</p>
        <Button type="primary" disabled={seen.columns.length === 0} onClick={() => setFilling(true)}>
          {i18n._('填满空档')}
        </Button>
      </div>
      {seen.cut && <Alert type="info" title={i18n._('内容太多，只列了一部分。换成周，或选一个区域看')} />}
      {seen.columns.length === 0 && (
        <Alert
          type="info"
          title={i18n._('先定几个固定时间的栏目，比如每天早八点。空着的时间才看得出来')}
          action={<Button onClick={onColumns}>{i18n._('建栏目')}</Button>}
        />
      )}
      <div className="cal-board">
        <CalendarGrid desk={desk} seen={seen} />
        <CalendarShelf desk={desk} seen={seen} />
      </div>
      {filling && <CalendarFill desk={desk} seen={seen} onClose={() => setFilling(false)} />}
      {desk.moving && <CalendarMove key={desk.moving.postId} desk={desk} seen={seen} what={desk.moving} />}
    </>
  )
}

export function CalendarPage() {
  const { i18n } = useLingui()
  const desk = useCalendarDesk()
  const [columns, setColumns] = useState(false)
  return (
    <section className="desk-list">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('日历')}</h1>
        <div className="desk-row">
          <Button onClick={desk.toPlans}>{i18n._('群计划')}</Button>
          <Button onClick={() => setColumns(true)}>{i18n._('栏目')}</Button>
        </div>
      </div>
      {desk.seen ? (
        <Board desk={desk} seen={desk.seen} onColumns={() => setColumns(true)} />
      ) : desk.query.error ? (
        <DeskFailed error={desk.query.error} onRetry={() => void desk.query.refetch()} />
      ) : (
        <DeskLoading />
      )}
      {columns && <ColumnsDrawer onClose={() => setColumns(false)} />}
    </section>
  )
}
