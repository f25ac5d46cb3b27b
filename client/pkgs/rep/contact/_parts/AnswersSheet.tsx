// 她的情况: the trade's own questions, answered by choices only; nothing here names a child.
import { useLingui } from '@lingui/react'
import { SHEET_TRADES, type SheetTrade } from '@shared/domain/sheet-fields.data'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chips } from '@/features/file/Chips'
import { currentLang } from '@/platform/lang'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Sheet } from '@/ui/Sheet'
import type { SheetProps } from './WaySheets'

type Answers = Record<string, string[]>

const isAnswered = ({ fields }: SheetTrade, answers: Answers): boolean =>
  fields.some(({ id }) => (answers[id] ?? []).length > 0)

/** The template most of whose own fields are answered already; the first otherwise. */
const tradeOf = (answers: Answers): SheetTrade['id'] =>
  SHEET_TRADES.find((trade) => trade.id !== 'general' && isAnswered(trade, answers))?.id ??
  SHEET_TRADES.find((trade) => isAnswered(trade, answers))?.id ??
  'mother-baby'

export function AnswersSheet({ known, save, onClose }: SheetProps) {
  const { i18n } = useLingui()
  const [answers, setAnswers] = useState<Answers>(known.sheet.answers)
  const [tradeId, setTradeId] = useState(() => tradeOf(known.sheet.answers))
  const lang = currentLang()
  const trades = SHEET_TRADES.map((trade) => ({ value: trade.id, name: trade[lang], id: `trade-${trade.id}` }))
  const toggle = (id: string, several: boolean, choice: string) => {
    const before = answers[id] ?? []
    const without = before.filter((one) => one !== choice)
    const next = before.includes(choice) ? without : several ? [...before, choice] : [choice]
    const { [id]: _, ...others } = answers
    setAnswers(next.length === 0 ? others : { ...others, [id]: next })
  }
  return (
    <Sheet open title={i18n._('她的情况')} closeLabel={i18n._('关上')} onClose={onClose}>
      <View className="file-form">
        <Choice options={trades} chosen={tradeId} onChange={setTradeId} />
        <Text className="file-fact">{i18n._('按她自己说的选。孩子只选阶段，不写名字、几岁、哪个学校')}</Text>
        {SHEET_TRADES.filter(({ id }) => id === tradeId)
          .flatMap(({ fields }) => fields)
          .map((field) => (
            <Chips
              key={field.id}
              id={`answer-${field.id}`}
              label={field[lang]}
              options={field.choices.map((choice) => ({ value: choice.id, name: choice[lang] }))}
              chosen={answers[field.id] ?? []}
              onToggle={(choice) => toggle(field.id, field.several, choice)}
            />
          ))}
        <Button
          id="keep-answers"
          onTap={() => {
            save('answers', answers)
            onClose()
          }}
        >
          {i18n._('存好')}
        </Button>
      </View>
    </Sheet>
  )
}
