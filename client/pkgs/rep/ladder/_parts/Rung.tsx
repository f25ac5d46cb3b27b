// One step: how far she is, and each fact it stands on.
import { useLingui } from '@lingui/react'
import type { ShownRung } from '@shared/contracts/ladder'
import { wordDay } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { wordFact, wordStep } from './words'

const SHOWN = 4

export function Rung({ rung, nth }: { rung: ShownRung; nth: number }) {
  const { i18n } = useLingui()
  const [all, setAll] = useState(false)
  const { step, state, need, found, because } = rung
  const { name, about } = wordStep(step, i18n)
  return (
    <Card id={`rung-${step}`} className={`ladder-rung ladder-${state}`}>
      <View className="ladder-head">
        <View className="ladder-name" {...heading(2)}>
          {i18n._('{n}. {name}', { n: nth, name })}
        </View>
        {state === 'reached' && <Chip tone="accent">{i18n._('✓ 做到了')}</Chip>}
        {state === 'next' && <Chip tone="warm">{i18n._('在这一步')}</Chip>}
      </View>
      <Text className="ladder-note">{about}</Text>
      {state !== 'reached' && (
        <Text className="ladder-note">
          {i18n._('有 {found} 件、{foundKinds} 种；要 {need} 件、{needKinds} 种', {
            ...{ found: found.count, foundKinds: found.kinds, need: need.count, needKinds: need.kinds },
          })}
        </Text>
      )}
      {because.slice(0, all ? because.length : SHOWN).map(({ of, at, what }) => (
        <View className="ladder-fact" key={`${of}.${at}.${what}`}>
          <Text className="ladder-what">
            {what === '' ? wordFact(of, i18n) : i18n._('{kind}：{note}', { kind: wordFact(of, i18n), note: what })}
          </Text>
          <Text className="ladder-note">{wordDay(at, Date.now(), currentLang())}</Text>
        </View>
      ))}
      {!all && because.length > SHOWN && (
        <Button kind="quiet" small about={name} onTap={() => setAll(true)}>
          {i18n._('全部 {n} 条', { n: because.length })}
        </Button>
      )}
    </Card>
  )
}
