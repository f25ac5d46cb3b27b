// 下一步: is there a talk with her on today's list? Why, and what to begin with; its outcome is told on 今日.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { ShownTalk } from '@shared/contracts/talk'
import { Text, View } from '@tarojs/components'
import { openTab, TABS } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { wordEnd, wordReason } from './sheet-words'
import './NextCard.scss'

/** 24:00 is the end of a day. */
const wordHour = (n: number): string => `${String(n).padStart(2, '0')}:00`

const wordHow = ({ channel, window }: ShownTalk, i18n: I18n): string => {
  const how = { wechat: i18n._('微信聊'), phone: i18n._('打电话'), store: i18n._('约到店') }[channel]
  if (!window) return how
  const hours = { how, from: wordHour(window.fromHour), to: wordHour(window.toHour) }
  return window.weekend
    ? i18n._('{how}，她多在周末 {from}–{to} 有空', hours)
    : i18n._('{how}，她多在 {from}–{to} 有空', hours)
}

const wordOutcome = ({ outcome }: ShownTalk, i18n: I18n): string => {
  if (!outcome) return ''
  return i18n._('今天记过：{end}', { end: outcome.end === 'later' ? i18n._('稍后') : wordEnd(outcome.end, i18n) })
}

/** What the line says already is not said again; a promise is told in her own words. */
const wordAbout = ({ about, line, clues }: ShownTalk, i18n: I18n): string => {
  if (about === null || line?.includes(about)) return ''
  return clues[0]?.reason === 'promise' ? about : i18n._('聊{about}', { about })
}

export function NextCard({ talk }: { talk: ShownTalk }) {
  const { i18n } = useLingui()
  const reasons = [...new Set(talk.clues.map(({ reason }) => reason))]
  const outcome = wordOutcome(talk, i18n)
  const about = wordAbout(talk, i18n)
  return (
    <Card className="next">
      <View className="next-head" {...heading(2)}>
        {i18n._('下一步')}
      </View>
      <View className="next-why">
        {reasons.map((reason) => (
          <Chip key={reason} tone="warm">
            {wordReason(reason, i18n)}
          </Chip>
        ))}
      </View>
      {about !== '' && <Text>{about}</Text>}
      {talk.line !== null && <Text className="next-line">{talk.line}</Text>}
      <Text className="next-how">{wordHow(talk, i18n)}</Text>
      {outcome !== '' && <Text className="next-how">{outcome}</Text>}
      <Button kind={outcome === '' ? 'primary' : 'plain'} id="to-today" onTap={() => openTab(TABS[0])}>
        {outcome === '' ? i18n._('去今日记录') : i18n._('去今日看看')}
      </Button>
    </Card>
  )
}
