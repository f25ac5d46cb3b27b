// What came before a deal, divided in four ways side by side; and what that does not say.
import { useLingui } from '@lingui/react'
import { MODELS } from '@shared/domain/attribution'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useCredits } from '@/features/deal/use-deals'
import { explainModel, wordHonest, wordModel, wordMoney, wordPoint } from '@/features/deal/words'
import { currentLang } from '@/platform/lang'
import { Sheet } from '@/ui/Sheet'
import { Failed, Skeleton } from '@/ui/States'

export function Credits({ dealId, onClose }: { dealId: string; onClose: () => void }) {
  const { i18n } = useLingui()
  const asked = useCredits(dealId)
  return (
    <Sheet open title={i18n._('成交前发生过什么')} closeLabel={i18n._('关上')} onClose={onClose}>
      <View className="deal-credits">
        {asked.error && !asked.isFetching && <Failed error={asked.error} onRetry={() => void asked.refetch()} />}
        {!asked.data && !asked.error && <Skeleton rows={2} />}
        {asked.data?.credits.length === 0 && (
          <Text>{i18n._('前 {n} 天里没有记下的阅读、沟通或卡片', { n: asked.data.windowDays })}</Text>
        )}
        {asked.data?.credits.map(({ of, title, at, fen }) => (
          <View className="deal-credit" key={`${of}.${at}.${title ?? ''}`}>
            <Text>
              {[wordPoint(of, i18n), title, wordInstant(at, Date.now(), currentLang())].filter(Boolean).join(' · ')}
            </Text>
            <View className="deal-ways">
              {MODELS.map((model) => (
                <Text key={model}>{`${wordModel(model, i18n)} ${wordMoney(fen[model] ?? 0)}`}</Text>
              ))}
            </View>
          </View>
        ))}
        <Text className="deal-note">{wordHonest(i18n)}</Text>
        {MODELS.map((model) => (
          <Text className="deal-note" key={model}>
            {i18n._('{name}：{how}', { name: wordModel(model, i18n), how: explainModel(model, i18n) })}
          </Text>
        ))}
      </View>
    </Sheet>
  )
}
