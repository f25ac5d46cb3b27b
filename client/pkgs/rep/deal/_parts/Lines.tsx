// What of each product: how many, and for how much altogether.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { amountOfLine, changeLine, type Draft, type Line, more } from '@/features/deal/draft'
import { Chip } from '@/ui/Chip'
import { Field } from '@/ui/Field'
import { tappable } from '@/ui/tap'

const AMOUNT_MAX = 11

/** 538 or 538.5 as it would be typed. */
const plainYuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))

type Props = { draft: Draft; onChange: (draft: Draft) => void }

function One({ line, n, draft, onChange }: Props & { line: Line; n: number }) {
  const { i18n } = useLingui()
  const { key, product, qty, typed, priceFen, theirs } = line
  const listed = priceFen === null ? '' : plainYuan(priceFen * qty)
  const wrong = typed.trim() !== '' && amountOfLine(line) === null
  const step = (by: number, sign: string, words: string) => (
    <View className="deal-step" hoverClass="button-pressed" {...tappable(words, () => onChange(more(draft, line, by)))}>
      <Text>{sign}</Text>
    </View>
  )
  return (
    <View className="deal-line">
      <View className="deal-row">
        <Text className="deal-name">{product}</Text>
        {theirs && <Chip>{i18n._('别家的')}</Chip>}
        {step(-1, '−', i18n._('{product} 少一件', { product }))}
        <Text className="deal-qty">{qty}</Text>
        {step(1, '+', i18n._('{product} 多一件', { product }))}
      </View>
      <Field
        id={`amount-${n}`}
        label={i18n._('一共多少元')}
        value={typed}
        placeholder={listed}
        onChange={(value) => onChange(changeLine(draft, key, { typed: value }))}
        maxLength={AMOUNT_MAX}
        {...(listed === '' ? {} : { hint: i18n._('不写就按 {yuan} 元', { yuan: listed }) })}
        {...(wrong ? { error: i18n._('只写数字，比如 269 或 39.9') } : {})}
      />
    </View>
  )
}

export function Lines({ draft, onChange }: Props) {
  return (
    <>
      {draft.lines.map((line, n) => (
        <One key={line.key} line={line} n={n} draft={draft} onChange={onChange} />
      ))}
    </>
  )
}
