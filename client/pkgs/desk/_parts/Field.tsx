// One labelled thing to fill in: its label, what to know about it, and what is wrong with it.
import type { ReactNode } from 'react'

type Props = {
  id: string
  label: string
  aside?: ReactNode
  hint?: ReactNode
  error?: string | null
  children: ReactNode
}

/** The control itself carries `id` and aria-describedby={`${id}-say`}. */
export function Field({ id, label, aside, hint, error, children }: Props) {
  return (
    <div className="desk-field" id={`${id}-field`}>
      <div className="desk-field-head">
        <label htmlFor={id}>{label}</label>
        {aside && <span className="desk-note desk-number">{aside}</span>}
      </div>
      {children}
      <div id={`${id}-say`} className="desk-field-say">
        {error ? (
          <p className="desk-wrong" role="alert">
            {error}
          </p>
        ) : (
          hint && <div className="desk-note">{hint}</div>
        )}
      </div>
    </div>
  )
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="desk-part" aria-label={title}>
      <h2 className="desk-part-title">{title}</h2>
      {children}
    </section>
  )
}
