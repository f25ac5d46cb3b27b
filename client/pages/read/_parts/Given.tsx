// She agreed: said quietly, with the way to take it back; just after, she may say what she wants to be called. Offered once.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Introduce } from '@/features/consent/Introduce'
import { describe } from '@/ui/a11y'
import { tappable } from '@/ui/tap'

type Props = { repId: string; repName: string; justGiven: boolean }

export function Given({ repId, repName, justGiven }: Props) {
  const { i18n } = useLingui()
  const [offer, setOffer] = useState<'open' | 'writing' | 'over'>('open')
  const [told, setTold] = useState<string | null>(null)
  const write = i18n._('告诉顾问怎么称呼您')
  return (
    <>
      <View className="read-given">
        <Text {...(justGiven ? describe('status') : {})}>
          {i18n._('您已同意{repName}知道您读了什么，可以在隐私中心撤回', { repName })}
        </Text>
        {justGiven && offer === 'open' && (
          <View className="read-write" {...tappable(write, () => setOffer('writing'))}>
            <Text>{write}</Text>
          </View>
        )}
        {told !== null && (
          <Text {...describe('status')}>{i18n._('已告诉{repName}，叫您「{name}」', { repName, name: told })}</Text>
        )}
      </View>
      {offer === 'writing' && (
        <Introduce
          repId={repId}
          selfName={null}
          onDone={(name) => {
            setTold(name)
            setOffer('over')
          }}
          onLeave={() => setOffer('over')}
        />
      )}
    </>
  )
}
