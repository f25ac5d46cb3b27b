// After how long is a product bought again, beside how long it is said to last?
import { useLingui } from '@lingui/react'
import { type BarPair, PAIRS_SHOWN, pairsHeight, pairsOption } from './bar-pairs'
import { Chart } from './Chart'
import { DeskEmpty } from './States'
import type { Worth } from './use-deals'

export function CycleChart({ products }: Pick<Worth, 'products'>) {
  const { i18n } = useLingui()
  const days = (n: number | null) => (n === null ? '—' : i18n._('{n} 天', { n: Math.round(n) }))
  const seen = products.filter(({ medianDays }) => medianDays !== null)
  if (seen.length === 0)
    return <DeskEmpty title={i18n._('还看不出多久再买')} hint={i18n._('一种商品至少 5 位客户买过两次，才画得出')} />
  const pairs = seen.slice(0, PAIRS_SHOWN).map(
    ({ product, statedDays, medianDays }): BarPair => ({
      ...{ name: product, framed: statedDays, filled: medianDays, word: days(medianDays) },
    }),
  )
  return (
    <Chart
      id="deal-cycles"
      title={i18n._('多久再买：说明（框），看到的（实）')}
      height={pairsHeight(pairs)}
      heads={[i18n._('商品'), i18n._('说明用多久'), i18n._('看到的用多久')]}
      rows={seen.map(({ product, theirs, statedDays, medianDays }) => ({
        key: `${product}${theirs ? '+' : ''}`,
        cells: [product, days(statedDays), days(medianDays)],
      }))}
      option={(look) => pairsOption(look, pairs)}
    />
  )
}
