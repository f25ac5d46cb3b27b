// On a phone: advertising words in what is written, with safe wordings to take.
import { useLingui } from '@lingui/react'
import type { PostFinding } from '@shared/domain/advert/sign'
import { Text, View } from '@tarojs/components'
import { wordFoundCounts, wordSeverity, wordSpot, wordWhy } from '@/features/post/word-advert'
import type { FormFinding } from '@/features/post/words-found'
import { Button } from '@/ui/Button'

/** The word, how grave it is, why, and which article says so. */
export function FoundWord({ finding, place = '' }: { finding: PostFinding; place?: string }) {
  const { i18n } = useLingui()
  const { severity, word, id, article } = finding
  return (
    <View>
      <View className={severity === 'block' ? 'hq-found hq-barred' : 'hq-found'}>
        {i18n._('{severity}：“{word}”', { severity: wordSeverity(i18n, severity), word })}
        {place !== '' && <Text className="hq-note"> {place}</Text>}
      </View>
      <View className="hq-note">
        {wordWhy(i18n, id)} {article}
      </View>
    </View>
  )
}

type Props = { findings: FormFinding[]; onTake: (finding: FormFinding, instead: string) => void }

export function PhoneFindings({ findings, onTake }: Props) {
  const { i18n } = useLingui()
  if (findings.length === 0) return null
  return (
    <View className="hq-words">
      <View className="hq-name">{wordFoundCounts(i18n, findings)}</View>
      {findings.map((finding) => (
        <View className="hq-stack" key={`${finding.field}/${finding.id}/${finding.at}`}>
          <FoundWord finding={finding} place={finding.spot ? wordSpot(i18n, finding.spot) : ''} />
          {finding.spot && finding.instead.length > 0 && (
            <View className="hq-row">
              {finding.instead.map((instead) => (
                <Button key={instead} small kind="plain" onTap={() => onTake(finding, instead)}>
                  {i18n._('换成“{instead}”', { instead })}
                </Button>
              ))}
            </View>
          )}
        </View>
      ))}
    </View>
  )
}
