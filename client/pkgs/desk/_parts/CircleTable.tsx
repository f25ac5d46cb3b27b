// Every circle with its rule in words, how many are in it and how many of them are 铁杆粉.
import { useLingui } from '@lingui/react'
import type { ShownCircle, ShownCircles } from '@shared/contracts/circle'
import { ruleInWords } from '@shared/domain/circle-words'
import { Button } from 'antd'
import { currentLang } from '@/platform/lang'
import { wordPeople } from './circle-words'

type Props = {
  data: ShownCircles
  seen: string | null
  onSee: (circleId: string | null) => void
  onEdit: (circle: ShownCircle) => void
}

export const nameIn =
  ({ stores, teams }: Pick<ShownCircles, 'stores' | 'teams'>) =>
  (id: string): string | undefined =>
    [...stores, ...teams].find((place) => place.id === id)?.name

export function CircleTable({ data, seen, onSee, onEdit }: Props) {
  const { i18n } = useLingui()
  return (
    <ul className="circles-list">
      {data.circles.map((circle) => (
        <li key={circle.circleId} className="circles-row">
          <div className="circles-what">
            <h2 className="circles-name">{circle.name}</h2>
            {circle.about !== '' && <p className="desk-note">{circle.about}</p>}
            <p className="circles-rule">{ruleInWords(circle.rule, currentLang(), nameIn(data))}</p>
          </div>
          <div className="circles-counts">
            <span className="circles-n">{wordPeople(i18n, circle.people)}</span>
            <span className="desk-note">{i18n._('铁杆粉 {n}', { n: wordPeople(i18n, circle.fans) })}</span>
          </div>
          <div className="circles-acts">
            <Button
              aria-expanded={seen === circle.circleId}
              onClick={() => onSee(seen === circle.circleId ? null : circle.circleId)}
            >
              {i18n._('看这群人')}
            </Button>
            {data.mayEdit && <Button onClick={() => onEdit(circle)}>{i18n._('改规则')}</Button>}
          </div>
        </li>
      ))}
    </ul>
  )
}
