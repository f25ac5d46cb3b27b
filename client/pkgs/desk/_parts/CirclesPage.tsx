// 圈层: which circles of customers are there, how many are in each, where do they overlap, and what does one of them miss?
import { useLingui } from '@lingui/react'
import type { ShownCircle } from '@shared/contracts/circle'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { CircleDetail } from './CircleDetail'
import { CircleDrawer } from './CircleDrawer'
import { CircleOverlap } from './CircleOverlap'
import { CircleTable } from './CircleTable'
import { wordPeople } from './circle-words'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { useCircles } from './use-circles'
import './circles.scss'

export function CirclesPage() {
  const { i18n } = useLingui()
  const { data, error, refetch } = useCircles()
  const [editing, setEditing] = useState<ShownCircle | 'new' | null>(null)
  const [seen, setSeen] = useState<string | null>(null)
  const shown = data?.circles.find(({ circleId }) => circleId === seen)
  return (
    <section className="circles">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('圈层')}</h1>
        {data?.mayEdit && (
          <Button type="primary" onClick={() => setEditing('new')}>
            {i18n._('加一个圈层')}
          </Button>
        )}
      </div>
      <p className="desk-note">
        {i18n._('一位客户可以在几个圈层里。这里只有人数，按 5 位一档，不到 5 位不显示；名字只有她的导购看得到')}
      </p>
      {!data && (error ? <DeskFailed error={error} onRetry={() => void refetch()} /> : <DeskLoading />)}
      {data?.sorting && <Alert type="info" showIcon title={i18n._('规则改过，人数在重算，一两分钟后出来')} />}
      {data && data.circles.length === 0 && (
        <DeskEmpty title={i18n._('还没有圈层')} hint={i18n._('先加一个，比如 近 90 天咨询过 2 次的')} />
      )}
      {data && data.circles.length > 0 && (
        <>
          <p className="circles-all">
            {i18n._('共 {all}，不在任何圈层：{none}', {
              all: wordPeople(i18n, data.people),
              none: wordPeople(i18n, data.inNone),
            })}
          </p>
          <CircleTable data={data} seen={seen} onSee={setSeen} onEdit={setEditing} />
          {shown && <CircleDetail key={shown.circleId} circle={shown} />}
          <CircleOverlap data={data} />
        </>
      )}
      {editing !== null && data && (
        <CircleDrawer circle={editing === 'new' ? null : editing} data={data} onClose={() => setEditing(null)} />
      )}
    </section>
  )
}
