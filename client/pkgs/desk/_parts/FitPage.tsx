// 该不该做: is it worth doing for this brand? Typed estimates or the sample, a verdict beside them, one page on paper.
import { PrinterOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { FIT_ABOUT, judgeFit, missingOf, SAMPLE_FIT } from '@shared/domain/fit'
import { Button, Popconfirm } from 'antd'
import { useStores } from '@/features/post/use-posts'
import { FitPart, FitReadyPart } from './FitFields'
import { FitPaper, FitResult } from './FitResult'
import { emptyFit, type FitForm } from './fit-typed'
import { wordField } from './fit-words'
import { DeskEmpty } from './States'
import { useFit } from './use-fit'
import './fit.scss'

function Missing({ form, onSample }: { form: FitForm; onSample: () => void }) {
  const { i18n } = useLingui()
  const missing = missingOf(form.typed)
  const names = missing.map((key) => wordField(key, i18n).label).join(i18n._('、'))
  return (
    <div className="fit-result">
      <DeskEmpty title={i18n._('还差 {n} 个数', { n: missing.length })} hint={names}>
        {Object.keys(form.typed).length === 0 && <Button onClick={onSample}>{i18n._('先看一个例子')}</Button>}
      </DeskEmpty>
    </div>
  )
}

/** What we know already, to be taken over with one tap. */
function OwnReps({ form, onChange }: { form: FitForm; onChange: (form: FitForm) => void }) {
  const { i18n } = useLingui()
  const reps = useStores().reduce((sum, store) => sum + store.reps, 0)
  if (reps === 0 || form.typed.reps === reps) return null
  return (
    <Button size="small" onClick={() => onChange({ ...form, typed: { ...form.typed, reps } })}>
      {i18n._('用现在的人数：{n} 位导购', { n: reps })}
    </Button>
  )
}

export function FitPage() {
  const { i18n } = useLingui()
  const { form, change } = useFit()
  const isWhole = missingOf(form.typed).length === 0
  const isEmpty = Object.keys(form.typed).length === 0 && form.ready.length === 0
  return (
    <section className="fit">
      <div className="desk-head">
        <div>
          <h1 className="desk-title">{i18n._('该不该做')}</h1>
          <p className="desk-note fit-lead">{i18n._('用户价值 × 获客成本 × 自身成本，哪一样撑不住都不成')}</p>
          <p className="fit-date">{i18n._('涟漪 · {day}', { day: dayOf(Date.now()) })}</p>
        </div>
        <div className="fit-acts">
          {!isEmpty && (
            <Popconfirm
              title={i18n._('填的数都清掉')}
              okText={i18n._('清掉')}
              cancelText={i18n._('留着')}
              onConfirm={() => change(emptyFit())}
            >
              <Button type="text">{i18n._('重新填')}</Button>
            </Popconfirm>
          )}
          <Button icon={<PrinterOutlined />} disabled={!isWhole} onClick={() => window.print()}>
            {i18n._('打印一页')}
          </Button>
        </div>
      </div>
      <div className="fit-columns">
        <div className="fit-form">
          {FIT_ABOUT.map((about) => (
            <FitPart key={about} about={about} form={form} onChange={change} />
          ))}
          <OwnReps form={form} onChange={change} />
          <FitReadyPart form={form} onChange={change} />
          <p className="desk-note">{i18n._('填的数留在这台设备上，也在网址里：把网址发给同事，他看到一样的')}</p>
        </div>
        {isWhole ? (
          <FitResult answer={judgeFit(form.typed, form.sureness, form.ready)} typed={form.typed} />
        ) : (
          <Missing form={form} onSample={() => change({ ...emptyFit(), typed: SAMPLE_FIT })} />
        )}
        <FitPaper typed={form.typed} />
      </div>
    </section>
  )
}
