// Below the article, quietly: hand it on (browser), privacy, whether it is an advertisement, and where to complain.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { openPage } from '@/platform/nav'
import { Complain } from './Complain'
import { FootLink } from './FootLink'
import { Forward } from './Forward'
import type { OpenedPost } from './use-opened'

export function Foot({ opened }: { opened: OpenedPost }) {
  const { i18n } = useLingui()
  const [complaining, setComplaining] = useState(false)
  const { article, sender, consent } = opened
  return (
    <View className="read-foot">
      {process.env.TARO_ENV === 'h5' && <Forward opened={opened} />}
      {consent === 'given' && sender && (
        <View className="read-given">
          {i18n._('您已同意{repName}知道您读了什么，可以在隐私中心撤回', { repName: sender.repName })}
        </View>
      )}
      <View className="read-links">
        <FootLink onTap={() => openPage('/pages/privacy/index')}>{i18n._('隐私中心')}</FootLink>
        {article.isAd && <Text className="read-mark">{i18n._('广告')}</Text>}
        <FootLink onTap={() => setComplaining(true)}>{i18n._('投诉')}</FootLink>
      </View>
      <Complain open={complaining} onClose={() => setComplaining(false)} opened={opened} />
    </View>
  )
}
