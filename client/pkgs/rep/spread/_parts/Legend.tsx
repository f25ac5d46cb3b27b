// How is the picture to be read? By shapes first; colours only help.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'

export function Legend() {
  const { i18n } = useLingui()
  const marks = [
    { sign: 'person', word: i18n._('一个点是一位同意的客户，越大带来的细读越多，越深越是最近') },
    { sign: 'key', word: i18n._('带圈的最能带动别人') },
    { sign: 'ripple', word: i18n._('一圈涟漪：经她来的人，里圈早、外圈晚') },
    { sign: 'petal', word: i18n._('花瓣是没同意的人，只有人数') },
    { sign: 'drop', word: i18n._('带数字的水滴：点开看里面') },
  ]
  return (
    <View className="spread-legend">
      {marks.map(({ sign, word }) => (
        <View className="spread-mark" key={sign}>
          <View className={`spread-sign spread-sign-${sign}`} />
          <Text>{word}</Text>
        </View>
      ))}
    </View>
  )
}
