// The estimates to type, in three parts, each with how sure it is; and what must stand before one begins.
import { useLingui } from '@lingui/react'
import { FIT_FIELDS, FIT_KEYS, FIT_READY, FIT_SURE, type FitAbout, type FitKey, type FitSure } from '@shared/domain/fit'
import { Checkbox, InputNumber, Segmented } from 'antd'
import { Field, Part } from './Field'
import type { FitForm } from './fit-typed'
import { wordAbout, wordField, wordReady, wordSure } from './fit-words'

type Props = { form: FitForm; onChange: (form: FitForm) => void }

const SURES = Object.keys(FIT_SURE) as FitSure[]

function OneNumber({ field, form, onChange }: Props & { field: FitKey }) {
  const { i18n } = useLingui()
  const { label, unit } = wordField(field, i18n)
  const { min, max, empty } = FIT_FIELDS[field]
  const n = form.typed[field]
  const isOut = n !== undefined && !(n >= min && n <= max)
  const put = (value: number | null) => {
    const { [field]: _, ...others } = form.typed
    onChange({ ...form, typed: value === null ? others : { ...others, [field]: value } })
  }
  return (
    <Field
      id={`fit-${field}`}
      label={label}
      aside={empty ? i18n._('可不填') : undefined}
      error={isOut ? i18n._('填 {min} 到 {max}', { min, max: max.toLocaleString() }) : null}
    >
      <InputNumber<number>
        id={`fit-${field}`}
        aria-describedby={`fit-${field}-say`}
        className="fit-number"
        value={n ?? null}
        controls={false}
        inputMode="decimal"
        status={isOut ? 'error' : undefined}
        suffix={unit}
        onChange={put}
      />
    </Field>
  )
}

export function FitPart({ about, form, onChange }: Props & { about: FitAbout }) {
  const { i18n } = useLingui()
  const { title, ask } = wordAbout(about, i18n)
  return (
    <Part title={title}>
      <p className="desk-note">{ask}</p>
      <div className="fit-fields">
        {FIT_KEYS.filter((key) => FIT_FIELDS[key].about === about).map((key) => (
          <OneNumber key={key} field={key} form={form} onChange={onChange} />
        ))}
      </div>
      <div className="fit-sure">
        <span id={`fit-sure-${about}`}>{i18n._('这几个数有多准')}</span>
        <Segmented<FitSure>
          aria-labelledby={`fit-sure-${about}`}
          value={form.sureness[about]}
          options={SURES.map((value) => ({ value, label: `${wordSure(value, i18n)} ±${FIT_SURE[value] * 100}%` }))}
          onChange={(sure) => onChange({ ...form, sureness: { ...form.sureness, [about]: sure } })}
        />
      </div>
    </Part>
  )
}

export function FitReadyPart({ form, onChange }: Props) {
  const { i18n } = useLingui()
  return (
    <Part title={i18n._('备好了吗')}>
      <p className="desk-note">{i18n._('已经有的勾上，缺的不影响算账，只影响什么时候开始')}</p>
      <div className="fit-ready">
        {FIT_READY.map((item) => {
          const { name, ask } = wordReady(item, i18n)
          return (
            <Checkbox
              key={item}
              checked={form.ready.includes(item)}
              onChange={({ target }) =>
                onChange({
                  ...form,
                  ready: FIT_READY.filter((r) => (r === item ? target.checked : form.ready.includes(r))),
                })
              }
            >
              <b>{name}</b>
              <span className="desk-note">{ask}</span>
            </Checkbox>
          )
        })}
      </div>
    </Part>
  )
}
