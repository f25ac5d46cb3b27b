// Where do circles overlap? UpSet: one row for each set of circles somebody is in, the most people first. It is its own table.
import { useLingui } from '@lingui/react'
import type { ShownCircles } from '@shared/contracts/circle'

/** A row's circles hang on one line, from its first to its last. */
const dotClass = (ids: readonly boolean[], at: number): string => {
  const [first, last] = [ids.indexOf(true), ids.lastIndexOf(true)]
  const left = at > first && at <= last ? ' to-left' : ''
  const right = at >= first && at < last ? ' to-right' : ''
  return `circles-dot-cell${left}${right}`
}

function Dots({ within }: { within: readonly boolean[] }) {
  return within.map((isIn, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, and columns do not move
    <td key={at} className={dotClass(within, at)} aria-hidden="true">
      <span className={isIn ? 'circles-dot is-in' : 'circles-dot'} />
    </td>
  ))
}

export function CircleOverlap({ data }: { data: ShownCircles }) {
  const { i18n } = useLingui()
  const { overlaps, circles } = data
  if (overlaps.length === 0) return null
  const used = circles.filter(({ circleId }) => overlaps.some(({ circleIds }) => circleIds.includes(circleId)))
  const most = Math.max(...overlaps.map(({ people }) => people))
  const name = (ids: readonly string[]) =>
    used.flatMap((circle) => (ids.includes(circle.circleId) ? [circle.name] : [])).join(' ＋ ')
  return (
    <section className="circles-overlap" aria-labelledby="circles-overlap">
      <h2 id="circles-overlap" className="circles-name">
        {i18n._('重叠')}
      </h2>
      <p className="desk-note">{i18n._('每行是正好在这几个圈层里的人，多的在上')}</p>
      <div className="circles-scroll">
        <table className="circles-upset">
          <thead>
            <tr>
              {used.map((circle) => (
                <th key={circle.circleId} scope="col" className="circles-dot-head">
                  <span>{circle.name}</span>
                </th>
              ))}
              <th scope="col">{i18n._('正好在')}</th>
              <th scope="col">{i18n._('人数')}</th>
            </tr>
          </thead>
          <tbody>
            {overlaps.map(({ circleIds, people }) => (
              <tr key={circleIds.join()}>
                <Dots within={used.map(({ circleId }) => circleIds.includes(circleId))} />
                <th scope="row">{name(circleIds)}</th>
                <td>
                  <span
                    className="circles-bar"
                    style={{ inlineSize: `${(160 * people) / most}px` }}
                    aria-hidden="true"
                  />
                  <span className="desk-number">{i18n._('{n} 位', { n: people })}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
