// Opened without a post: says what this place is, and lets members in.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { openPage, openTab } from '@/platform/nav'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { FootLink } from './FootLink'

export function Bare() {
  const { i18n } = useLingui()
  return (
    <Page>
      <View className="read-bare">
        <Empty level={1} title={i18n._('涟漪')} hint={i18n._('打开顾问发给您的内容，就能在这里阅读')} />
        <View className="read-links">
          <FootLink onTap={() => openTab('/pages/today/index')}>{i18n._('我是导购')}</FootLink>
          <FootLink onTap={() => openPage('/pages/privacy/index')}>{i18n._('隐私中心')}</FootLink>
        </View>
      </View>
    </Page>
  )
}
