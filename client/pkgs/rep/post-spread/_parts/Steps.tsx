// The way of the post as a picture and a table in one: a ripple for each step away from her, its area as many as opened it
// there, with the numbers beside it.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { PostTree } from '@/features/spread/use-post-spread'
import { wordTimes } from '@/features/spread/words'
import { describe } from '@/ui/a11y'
import { sizesOf } from './words'

export function Steps({ levels }: Pick<PostTree, 'levels'>) {
  const { i18n } = useLingui()
  const sizes = sizesOf(levels)
  return (
    <View className="travel-steps" {...describe('list')}>
      {levels.map(({ shares, opened, deep }, step) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
        <View className="travel-row" key={step} {...describe('listitem')}>
          <View className="travel-way">
            <View className={`travel-ripple travel-ripple-${sizes[step]}`} />
          </View>
          <View className="travel-told">
            <Text className="travel-step">{step === 0 ? i18n._('你发的') : i18n._('第 {n} 步', { n: step })}</Text>
            <Text className="travel-note">
              {i18n._('转发{shares}，打开{opened}，细读{deep}', {
                shares: wordTimes(shares, i18n),
                opened: wordTimes(opened, i18n),
                deep: wordTimes(deep, i18n),
              })}
            </Text>
          </View>
        </View>
      ))}
    </View>
  )
}
