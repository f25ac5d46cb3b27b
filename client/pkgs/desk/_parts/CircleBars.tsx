// A few counts of contacts as bars, each with its number beside it: what is hidden says so and has no length.
import { useLingui } from '@lingui/react'
import { type CountShown, lengthOf, wordPeople } from './circle-words'

type Row = { id: string; label: string; people: CountShown }

export function CircleBars({ title, rows }: { title: string; rows: readonly Row[] }) {
  const { i18n } = useLingui()
  const most = Math.max(1, ...rows.map(({ people }) => lengthOf(people)))
  return (
    <div className="circles-part">
      <h3>{title}</h3>
      {rows.length === 0 && <p className="desk-note">{i18n._('还没有数')}</p>}
      <dl className="circles-bars">
        {rows.map(({ id, label, people }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <span
                className="circles-bar"
                style={{ inlineSize: `${(50 * lengthOf(people)) / most}%` }}
                aria-hidden="true"
              />
              <span className="desk-number">{wordPeople(i18n, people)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
