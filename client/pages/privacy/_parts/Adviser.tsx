// One adviser she told: who that is, since when, what she calls her, and what is made of her reading.
import { useLingui } from '@lingui/react'
import { dayOf } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Introduce } from '@/features/consent/Introduce'
import { SpreadSwitch } from '@/features/consent/SpreadSwitch'
import { HandoverAnswers } from '@/features/handover/HandoverAnswers'
import { Card } from '@/ui/Card'
import { tappable } from '@/ui/tap'
import { wordKept } from './kept-words'
import { Tags } from './Tags'
import type { Privacy } from './use-privacy'

type Consent = Privacy['consents'][number]

function Fact({ name, fact }: { name: string; fact: string }) {
  return (
    <View className="privacy-fact">
      <Text className="privacy-fact-name">{name}</Text>
      <Text className="privacy-fact-text">{fact}</Text>
    </View>
  )
}

/** What she is called: by the adviser, and by herself if she wants. */
function Names({ consent }: { consent: Consent }) {
  const { i18n } = useLingui()
  const [writing, setWriting] = useState(false)
  const { repId, remark, selfName } = consent
  const write = selfName === null ? i18n._('填称呼') : i18n._('改称呼')
  return (
    <>
      <Fact name={i18n._('顾问叫您')} fact={remark ?? i18n._('还没起备注')} />
      <Fact name={i18n._('顾问记着您的')} fact={wordKept(consent, i18n)} />
      <View className="privacy-fact">
        <Text className="privacy-fact-name">{i18n._('您留的称呼')}</Text>
        <Text className="privacy-fact-text">{selfName ?? i18n._('没有留')}</Text>
        {!writing && (
          <View className="privacy-write" {...tappable(write, () => setWriting(true))}>
            <Text>{write}</Text>
          </View>
        )}
      </View>
      {writing && (
        <Introduce
          repId={repId}
          selfName={selfName}
          onDone={() => setWriting(false)}
          onLeave={() => setWriting(false)}
        />
      )}
    </>
  )
}

export function Adviser({ consent }: { consent: Consent }) {
  const { i18n } = useLingui()
  const { repName, storeName, company, brand, franchise, givenAt, policyVersion } = consent
  return (
    <Card>
      <View className="privacy-strong">{i18n._('{repName} · {storeName}', { repName, storeName })}</View>
      <View className="privacy-note">
        {franchise ? i18n._('{brand}记录，提供给{company}', { brand, company }) : company}
      </View>
      <View className="privacy-note">
        {i18n._('{day} 起，说明版本 {policyVersion}', { day: dayOf(givenAt), policyVersion })}
      </View>
      {consent.handover && (
        <View className="privacy-part">
          <HandoverAnswers told={consent.handover} />
        </View>
      )}
      <View className="privacy-part">
        <Names consent={consent} />
      </View>
      <Tags consent={consent} />
      <View className="privacy-part">
        <SpreadSwitch repId={consent.repId} told={consent} on={consent.spreadOn} />
        {consent.passedOn > 0 && (
          <View className="privacy-note">{i18n._('记在您名下的转发：{n} 次', { n: consent.passedOn })}</View>
        )}
      </View>
    </Card>
  )
}
