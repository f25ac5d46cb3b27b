// In a browser there is no share menu of WeChat's: one quiet button hands the link on.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Forwarded, forwardLink } from '@/platform/reader-share'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { type OpenedPost, shareableOf } from './use-opened'

export function Forward({ opened }: { opened: OpenedPost }) {
  const { i18n } = useLingui()
  const [said, setSaid] = useState<Forwarded | null>(null)
  return (
    <View className="read-forward">
      <Button kind="plain" small onTap={() => void forwardLink(shareableOf(opened)).then(setSaid)}>
        {i18n._('转发给朋友')}
      </Button>
      <Text className="read-forward-said" {...describe('status')}>
        {said === 'copied' && i18n._('链接已复制，粘贴给朋友就行')}
        {said === 'failed' && i18n._('没复制上，可以直接复制浏览器的地址')}
      </Text>
    </View>
  )
}
