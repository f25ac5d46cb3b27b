// 怎么相处: how often, from where, told how, in which groups, and whether she asked to be left alone. One row, one sheet each.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { SHEET_TRADES } from '@shared/domain/sheet-fields.data'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wordForm, wordQuiet, wordSource } from '@/features/file/sheet-words'
import type { ContactSheet } from '@/features/file/use-sheet'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { tappable } from '@/ui/tap'
import { AnswersSheet } from './AnswersSheet'
import { GroupsSheet } from './GroupsSheet'
import type { FileProps } from './use-file'
import { CadenceSheet, QuietSheet, SourceSheet, TasteSheet } from './WaySheets'

type Way = 'quiet' | 'cadence' | 'source' | 'taste' | 'groups' | 'answers'

const wordSourceOf = ({ sheet: { source } }: ContactSheet, i18n: I18n): string => {
  if (!source) return i18n._('还没记')
  const from = wordSource(source.kind, i18n)
  return source.note === '' ? from : `${from} · ${source.note}`
}

/** In the rep's own language, in the order of the template; a choice of an older template is not told. */
const wordAnswers = ({ sheet: { answers } }: ContactSheet, i18n: I18n): string => {
  const lang = currentLang()
  const fields = [...new Map(SHEET_TRADES.flatMap((trade) => trade.fields).map((field) => [field.id, field])).values()]
  const chosen = fields.flatMap(({ id, choices }) =>
    choices.filter((choice) => answers[id]?.includes(choice.id)).map((choice) => choice[lang]),
  )
  return chosen.length === 0 ? i18n._('还没记') : chosen.join(i18n._('、'))
}

const waysOf = (known: ContactSheet, i18n: I18n): { way: Way; name: string; value: string }[] => {
  const { cadenceDays, cadence, taste, groupIds, quiet } = known.sheet
  const groups = known.groups.filter(({ groupId }) => groupIds.includes(groupId)).map(({ name }) => name)
  const often = cadenceDays === null ? i18n._('{n} 天（按关系）', { n: cadence }) : i18n._('{n} 天', { n: cadenceDays })
  return [
    { way: 'quiet', name: i18n._('她说先别打扰'), value: quiet ? wordQuiet(quiet, i18n) : i18n._('没有说过') },
    { way: 'cadence', name: i18n._('多久联系一次'), value: often },
    { way: 'source', name: i18n._('怎么认识的'), value: wordSourceOf(known, i18n) },
    {
      way: 'taste',
      name: i18n._('爱听哪种讲法'),
      value: taste === null ? i18n._('还没记') : wordForm(taste, i18n),
    },
    {
      way: 'groups',
      name: i18n._('在哪些群'),
      value: groups.length === 0 ? i18n._('还没记') : groups.join(i18n._('、')),
    },
    { way: 'answers', name: i18n._('她的情况'), value: wordAnswers(known, i18n) },
  ]
}

const SHEETS = {
  quiet: QuietSheet,
  cadence: CadenceSheet,
  source: SourceSheet,
  taste: TasteSheet,
  groups: GroupsSheet,
  answers: AnswersSheet,
}

export function Ways(props: FileProps) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState<Way | null>(null)
  const Open = open === null ? null : SHEETS[open]
  return (
    <>
      <View className="file-section" {...heading(2)}>
        {i18n._('怎么相处')}
      </View>
      <Card className="facts">
        {waysOf(props.known, i18n).map(({ way, name, value }) => (
          <View key={way} id={`way-${way}`} className="fact-row" {...tappable(`${name} ${value}`, () => setOpen(way))}>
            <View className="fact-words">
              <Text className="file-fact">{name}</Text>
              <Text className={way === 'quiet' && props.known.sheet.quiet ? 'fact-warm' : ''}>{value}</Text>
            </View>
            <View className="fact-on" />
          </View>
        ))}
      </Card>
      {Open && <Open {...props} onClose={() => setOpen(null)} />}
    </>
  )
}
