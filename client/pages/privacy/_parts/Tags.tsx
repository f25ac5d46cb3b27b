// What is worked out from her reading, each with its reason and the way to be rid of it; and what the adviser added.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { TagsSwitch } from '@/features/consent/TagsSwitch'
import { describe } from '@/ui/a11y'
import { Chip } from '@/ui/Chip'
import { tappable } from '@/ui/tap'
import { wordEvidence, wordTag } from './tag-words'
import type { Privacy } from './use-privacy'
import { SWITCH, type TagActs, useTagActs } from './use-tags'

type Consent = Privacy['consents'][number]

function Earned({ tag, acts }: { tag: Consent['tags'][number]; acts: TagActs }) {
  const { i18n } = useLingui()
  const name = wordTag(i18n, tag)
  return (
    <View className={`privacy-tag ${acts.busy === tag.tag ? 'privacy-tag-busy' : ''}`}>
      <View className="privacy-tag-words">
        <View>{name}</View>
        <View className="privacy-note">{wordEvidence(i18n, tag, Date.now())}</View>
      </View>
      <View className="privacy-drop" {...tappable(i18n._('去掉「{tag}」', { tag: name }), () => acts.drop(tag.tag))}>
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
          ? i18n._('顾问用来想好先聊什么，不影响价格和服务。关掉就删除')
          : i18n._('现在没有整理，顾问只看到下面的阅读记录')}
      </View>
      {tagsOn && tags.length === 0 && <View className="privacy-note">{i18n._('还没看出您关心什么')}</View>}
      {tags.map((tag) => (
        <Earned key={tag.tag} tag={tag} acts={acts} />
      ))}
      <Said acts={acts} />
      {given.length > 0 && (
        <>
          <View className="privacy-name">{i18n._('顾问加的标签')}</View>
          <View className="privacy-chips">
            {given.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </View>
        </>
      )}
    </View>
  )
}
