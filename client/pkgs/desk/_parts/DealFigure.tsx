// One figure of a sheet: its name, its value, and how it is made one tap away.
import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { type Figure, wordFigure } from './deal-words'
import { Formula, type FormulaPart } from './Formula'

type Props = { of: Figure; children: ReactNode; parts?: readonly FormulaPart[]; note?: string }

export function DealFigure({ of, children, parts = [], note }: Props) {
  const { i18n } = useLingui()
  const { name, how } = wordFigure(of, i18n)
  return (
    <div className="work-figure">
      <span>{name}</span>
      <span className="work-number">
        <b className="desk-number">{children}</b>
        <Formula of={name} words={how} parts={parts} />
      </span>
      {note && <span className="desk-note">{note}</span>}
    </div>
  )
}
