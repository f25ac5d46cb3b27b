// How we stand: what I am to her, what she comes for, what she agreed to, and when we last really talked.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { bound } from '@/features/contact/words'
import { wordConsent, wordQuiet, wordRelation, wordValue } from '@/features/file/sheet-words'
import type { ContactSheet } from '@/features/file/use-sheet'
import { currentLang } from '@/platform/lang'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { afterHan } from '@/ui/han'
import type { FileProps } from './use-file'
import './Stand.scss'

// as in shared/domain/sheet.ts, whose list of names would bring its rules along
const RELATIONS = ['service', 'expert', 'model'] as const
const VALUES = ['benefit', 'information', 'company'] as const

const wordLast = ({ lastContactAt, unanswered }: ContactSheet['sheet'], i18n: I18n): string => {
  const last =
    lastContactAt === null
      ? i18n._('还没记过和她聊')
      : i18n._('上次真正聊到是{when}', {
          when: afterHan(wordInstant(lastContactAt, Date.now(), currentLang())),
        })
  return unanswered > 0 ? i18n._('{last}，之后 {n} 次没回', { last, n: unanswered }) : last
}

export function Stand({ known, save }: FileProps) {
  const { i18n } = useLingui()
  const { relation, value, quiet } = known.sheet
  const relations = RELATIONS.map((one) => ({ value: one, name: wordRelation(one, i18n), id: `relation-${one}` }))
  const values = VALUES.map((one) => ({ value: one, name: wordValue(one, i18n), id: `value-${one}` }))
  return (
    <View className="stand">
      <Text className="file-fact">{wordConsent(known.consent, i18n)}</Text>
      <Text className="file-fact">{bound(wordLast(known.sheet, i18n))}</Text>
      {quiet && (
        <View className="stand-quiet">
          <Text className="fact-warm">{i18n._('她说先别打扰：{until}', { until: wordQuiet(quiet, i18n) })}</Text>
          <Button kind="quiet" small id="talk-again" onTap={() => save('quiet', null)}>
            {i18n._('可以聊了')}
          </Button>
        </View>
      )}
      <Text className="stand-label">{i18n._('你对她是')}</Text>
      {/* a second tap takes it back: nobody has to be one of three */}
      <Choice
        options={relations}
        chosen={relation ?? ''}
        onChange={(next) => save('relation', next === relation || next === '' ? null : next)}
      />
      <Text className="stand-label">{i18n._('她要的是')}</Text>
      <Choice
        options={values}
        chosen={value ?? ''}
        onChange={(next) => save('value', next === value || next === '' ? null : next)}
      />
    </View>
  )
}
