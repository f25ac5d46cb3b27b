// One chart and the table behind it: the table is read by screen readers always, and by anyone with one tap.
import { useLingui } from '@lingui/react'
import { Button } from 'antd'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ChartOption, Drawn } from './chart-library'
import { type ChartLook, useChartLook } from './chart-look'
import './chart.scss'

export type ChartRow = { key: string; cells: readonly string[] }
type Props = {
  id: string
  /** What it shows, in one sentence: its heading, and what a screen reader says of the picture. */
  title: string
  height: number
  option: (look: ChartLook) => ChartOption
  heads: readonly string[]
  rows: readonly ChartRow[]
}

/** Draws once the place is seen; `failed` where the library did not come. */
const useDrawing = (option: ChartOption, isShown: boolean) => {
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<Drawn | null>(null)
  const latest = useRef(option)
  latest.current = option
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const at = place.current
    if (!at || !isShown || typeof IntersectionObserver === 'undefined') return
    let gone = false
    const begin = async () => {
      try {
        const { draw } = await import('./chart-library')
        if (gone) return
        drawn.current = draw(at)
        drawn.current.show(latest.current)
      } catch {
        if (!gone) setFailed(true)
      }
    }
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      seen.disconnect()
      void begin()
    })
    seen.observe(at)
    const sized = new ResizeObserver(() => drawn.current?.resize())
    sized.observe(at)
    return () => {
      gone = true
      seen.disconnect()
      sized.disconnect()
      drawn.current?.end()
      drawn.current = null
    }
  }, [isShown])
  useEffect(() => drawn.current?.show(option), [option])
  return { place, failed }
}

function ChartTable({ heads, rows, title }: Pick<Props, 'heads' | 'rows' | 'title'>) {
  return (
    <table className="chart-table">
      <caption className="desk-hidden">{title}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, i) =>
              i === 0 ? (
                <th key={heads[i]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={heads[i]} className="desk-number">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Chart({ id, title, height, option, heads, rows }: Props) {
  const { i18n } = useLingui()
  const look = useChartLook()
  const [asTable, setAsTable] = useState(false)
  const said = [i18n.locale, ...rows.map(({ cells }) => cells.join('\t'))].join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows say what is drawn; `option` is new at every rendering
  const drawn = useMemo(() => option(look), [look, said])
  const { place, failed } = useDrawing(drawn, !asTable)
  const table = useId()
  const showsTable = asTable || failed
  return (
    <figure className="chart" id={id}>
      <figcaption className="chart-head">
        <h2 className="desk-part-title">{title}</h2>
        <Button
          size="small"
          type="text"
          aria-pressed={showsTable}
          aria-controls={table}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? i18n._('看图') : i18n._('看表')}
        </Button>
      </figcaption>
      {failed && <p className="desk-note">{i18n._('图没加载出来，先看表')}</p>}
      {!showsTable && <div className="chart-place" ref={place} style={{ height }} role="img" aria-label={title} />}
      <div id={table} className={showsTable ? 'chart-behind' : 'desk-hidden'}>
        <ChartTable heads={heads} rows={rows} title={title} />
      </div>
    </figure>
  )
}
