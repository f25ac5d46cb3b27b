// What is worked out from her reading, each with its reason and the way to be rid of it; and what the adviser added.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { TagsSwitch } from '@/features/consent/TagsSwitch'
import { describe } from '@/ui/a11y'
import { tappable } from '@/ui/tap'
import { wordEvidence, wordTag } from './tag-words'
import type { Privacy } from './use-privacy'
import { SWITCH, type TagActs, useTagActs } from './use-tags'

type Consent = Privacy['consents'][number]

type TagRowProps = { name: string; why: string; busy: boolean; onDrop: () => void }

function TagRow({ name, why, busy, onDrop }: TagRowProps) {
  const { i18n } = useLingui()
  return (
    <View className={`privacy-tag ${busy ? 'privacy-tag-busy' : ''}`}>
      <View className="privacy-tag-words">
        <View>{name}</View>
        <View className="privacy-note">{why}</View>
      </View>
      <View className="privacy-drop" {...tappable(i18n._('去掉「{tag}」', { tag: name }), onDrop)}>
        <Text>✕</Text>
      </View>
    </View>
  )
}

/** What her last act came to. */
function Said({ acts }: { acts: TagActs }) {
  const { i18n } = useLingui()
  if (acts.failed)
    return (
      <View className="privacy-failed" {...describe('alert')}>
        {i18n._('没有改成，网络恢复后再试')}
      </View>
    )
  if (acts.dropped === null) return null
  return (
    <View className="privacy-note" {...describe('status')}>
      {i18n._('已去掉，以后也不再整理')}
    </View>
  )
}

export function Tags({ consent }: { consent: Consent }) {
  const { i18n } = useLingui()
  const acts = useTagActs(consent.repId)
  const { tags, tagsOn, given } = consent
  return (
    <View className="privacy-part">
      <TagsSwitch label={i18n._('整理我关心的话题')} on={tagsOn} busy={acts.busy === SWITCH} onChange={acts.flip} />
      <View className="privacy-note">
        {tagsOn
          ? i18n._('顾问用来想好什么时候、先聊什么，不影响价格和服务。关掉就删除')
          : i18n._('现在没有整理，顾问只看到下面的阅读记录')}
      </View>
      {tagsOn && tags.length === 0 && <View className="privacy-note">{i18n._('还没看出您关心什么')}</View>}
      {tags.map((tag) => (
        <TagRow
          key={`${tag.kind} ${tag.tag}`}
          name={wordTag(i18n, tag)}
          why={wordEvidence(i18n, tag, Date.now())}
          busy={acts.busy === tag.tag}
          onDrop={() => acts.drop(tag.tag)}
        />
      ))}
      {given.map((tag) => (
        <TagRow
          key={`given ${tag}`}
          name={tag}
          why={i18n._('顾问加的')}
          busy={acts.busy === tag}
          onDrop={() => acts.drop(tag)}
        />
      ))}
      <Said acts={acts} />
    </View>
  )
}
