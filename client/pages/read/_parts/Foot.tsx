// Below the article, quietly: hand it on (browser), privacy, whether it is an advertisement, and where to complain.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Complain } from '@/features/consent/Complain'
import { SpreadSwitch } from '@/features/consent/SpreadSwitch'
import { openPage } from '@/platform/nav'
import { FootLink } from './FootLink'
import { Forward } from './Forward'
import { Given } from './Given'
import type { OpenedPost } from './use-opened'

/** With the share she came by, so that she sees what her adviser has. */
const columnPath = (columnId: string, token: string | null): string =>
  `/pages/column/index?c=${columnId}${token === null ? '' : `&t=${token}`}`

/** justGiven: she agreed on this very page. */
export function Foot({ opened, justGiven }: { opened: OpenedPost; justGiven: boolean }) {
  const { i18n } = useLingui()
  const [complaining, setComplaining] = useState(false)
  const { article, sender, consent, column, token } = opened
  return (
    <View className="read-foot">
      {process.env.TARO_ENV === 'h5' && <Forward opened={opened} />}
      {consent === 'given' && sender && <Given repId={sender.repId} repName={sender.repName} justGiven={justGiven} />}
      {consent === 'given' && sender && (
        <SpreadSwitch repId={sender.repId} told={sender} on={opened.spreadOn === true} />
      )}
      <View className="read-links">
        {column && <FootLink onTap={() => openPage(columnPath(column.columnId, token))}>{column.name}</FootLink>}
        <FootLink onTap={() => openPage('/pkgs/account/offer/index')}>{i18n._('我也投稿')}</FootLink>
        <FootLink onTap={() => openPage('/pages/privacy/index')}>{i18n._('隐私中心')}</FootLink>
        {article.isAd && <Text className="read-mark">{i18n._('广告')}</Text>}
        <FootLink onTap={() => setComplaining(true)}>{i18n._('投诉')}</FootLink>
      </View>
      <Complain
        open={complaining}
        onClose={() => setComplaining(false)}
        about={{ store: sender, postId: article.postId }}
      />
    </View>
  )
}
