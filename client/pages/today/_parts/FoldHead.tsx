// The line that folds a part of 今日 in and out: what is in it, and how many.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { tappable } from '@/ui/tap'
import './FoldHead.scss'

type Props = { name: string; open: boolean; onTap: () => void }

export function FoldHead({ name, open, onTap }: Props) {
  const { i18n } = useLingui()
  const web = process.env.TARO_ENV === 'h5'
  const act = open ? i18n._('收起') : i18n._('展开')
  return (
    <View
      className="fold-head"
      {...tappable(web ? name : `${name} ${act}`, onTap)}
      {...(web ? { 'aria-expanded': String(open) } : {})}
    >
      <Text>{name}</Text>
      <Text className="fold-act">{act}</Text>
    </View>
  )
}
