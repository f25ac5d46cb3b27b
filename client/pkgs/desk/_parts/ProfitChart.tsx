// Which team is left with how much of what it took in?
import { useLingui } from '@lingui/react'
import { wordMoney } from '@/features/deal/words'
import { type BarPair, PAIRS_SHOWN, pairsHeight, pairsOption } from './bar-pairs'
import { Chart } from './Chart'
import type { Profit } from './use-deals'

export function ProfitChart({ teams }: Pick<Profit, 'teams'>) {
  const { i18n } = useLingui()
  const nameOf = (name: string) => name || i18n._('没有分组')
  const pairs = teams.slice(0, PAIRS_SHOWN).map(
    ({ name, incomeFen, profitFen }): BarPair => ({
      ...{ name: nameOf(name), framed: incomeFen, filled: profitFen, word: wordMoney(profitFen) },
    }),
  )
  return (
    <Chart
      id="profit-chart"
      title={i18n._('每组收进多少（框），剩下多少（实）')}
      height={pairsHeight(pairs)}
      heads={[i18n._('小组'), i18n._('收入'), i18n._('利润')]}
      rows={teams.map(({ teamId, name, incomeFen, profitFen }) => ({
        key: teamId,
        cells: [nameOf(name), wordMoney(incomeFen), wordMoney(profitFen)],
      }))}
      option={(look) => pairsOption(look, pairs)}
    />
  )
}
