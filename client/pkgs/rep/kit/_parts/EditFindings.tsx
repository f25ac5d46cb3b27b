// What has to be put right before her own wording may be stored: each thing with what a tap puts in its place.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { describe } from '@/ui/a11y'
import { tappable } from '@/ui/tap'
import type { EditRow, Fix } from './edit-rows'
import { wordFix, wordRow } from './edit-words'
import './EditFindings.scss'

const ROWS_MAX = 8

type Props = { rows: readonly EditRow[]; why: (ruleId: string) => string; onFix: (fix: Fix) => void }

function Finding({ row, why, onFix }: { row: EditRow; why: string; onFix: (fix: Fix) => void }) {
  const { i18n } = useLingui()
  return (
    <View className={row.kind === 'word' ? 'finding finding-word' : 'finding'}>
      <Text className="finding-said">{wordRow(i18n, row)}</Text>
      {row.around !== '' && row.around !== row.word && (
        <Text className="finding-note">{i18n._('原文：{around}', { around: row.around })}</Text>
      )}
      {why !== '' && <Text className="finding-note">{`${why} ${row.article}`}</Text>}
      {row.fixes.length > 0 && (
        <View className="finding-fixes">
          {row.fixes.map((fix) => (
            <View
              key={`${fix.at}.${fix.put}`}
              className="finding-fix"
              {...tappable(wordFix(i18n, fix), () => onFix(fix))}
            >
              <Text>{wordFix(i18n, fix)}</Text>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

export function EditFindings({ rows, why, onFix }: Props) {
  const { i18n } = useLingui()
  if (rows.length === 0) return null
  return (
    <View className="findings" {...describe('status')}>
      {rows.slice(0, ROWS_MAX).map((row) => (
        <Finding key={row.id} row={row} why={row.ruleId === '' ? '' : why(row.ruleId)} onFix={onFix} />
      ))}
      {rows.length > ROWS_MAX && (
        <Text className="finding-note">{i18n._('还有 {n} 处', { n: rows.length - ROWS_MAX })}</Text>
      )}
    </View>
  )
}
