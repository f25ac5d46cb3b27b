// The way back in a browser, where there is no navigation bar; WeChat draws its own.
import { Text, View } from '@tarojs/components'
import { tappable } from './tap'
import './BackLink.scss'

export function BackLink({ children, onTap }: { children: string; onTap: () => void }) {
  if (process.env.TARO_ENV !== 'h5') return null
  return (
    <View className="back-link" {...tappable(children, onTap)}>
      <View className="back-arrow" />
      <Text>{children}</Text>
    </View>
  )
}
