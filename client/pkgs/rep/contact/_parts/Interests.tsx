// 关注什么: tags that earned themselves, each with why; how she likes to be told; when she usually reads.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wordEvidence, wordFading, wordFreeTime, wordTag } from '@/features/contact/tag-words'
import type { ContactFile, EarnedTag } from '@/features/contact/use-contacts'
import { bound } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { tappable } from '@/ui/tap'
import './Interests.scss'

const PERCENT = 100
const LEAST_WIDTH = 4 // percent: a weak tag is still seen

function TagBar({ tag }: { tag: EarnedTag }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const name = wordTag(tag, i18n)
  const shown = tag.kind === 'form' ? i18n._('爱看{form}', { form: name }) : name
  const why = wordEvidence(tag, Date.now(), currentLang(), i18n)
  const width = `${Math.max(LEAST_WIDTH, tag.strength * PERCENT)}%`
  return (
    <View
      className="interest"
      {...tappable(`${shown} ${why}`, () => setOpen(!open))}
      {...(process.env.TARO_ENV === 'h5' ? { 'aria-expanded': open } : {})}
    >
      <View className="interest-head">
        <Text className="interest-name">{shown}</Text>
        {tag.rising && <Chip tone="warm">{i18n._('最近读得多了')}</Chip>}
        <Text className="interest-more">{open ? i18n._('收起') : i18n._('怎么来的')}</Text>
      </View>
      <View className="interest-track">
        <View className="interest-fill" style={{ width }} />
      </View>
      <Text className="interest-why">{bound(why)}</Text>
      {open && (
        <Text className="interest-why">
          {bound(wordFading(tag, i18n))}
          {i18n._('。她可以在隐私中心去掉这个标签，或关掉全部')}
        </Text>
      )}
    </View>
  )
}

export function Interests({ file }: { file: ContactFile }) {
  const { i18n } = useLingui()
  const { tags, tagsOff, freeTime } = file
  return (
    <>
      <View className="file-section" {...heading(2)}>
        {i18n._('关注什么')}
      </View>
      <Card className="interests">
        {tags.map((tag) => (
          <TagBar key={`${tag.kind} ${tag.tag}`} tag={tag} />
        ))}
        {tags.length === 0 && !tagsOff && (
          <Text className="interest-why">{i18n._('读得还少，看不出她关注什么。多读几篇会自己长出来')}</Text>
        )}
        {tagsOff && <Text className="interest-why">{i18n._('她没开标签整理，这里不按阅读推测')}</Text>}
        {freeTime && (
          <View className="interest-when">
            <Text>{wordFreeTime(freeTime, i18n)}</Text>
            <Text className="interest-why">{bound(i18n._('{n} 次都在这个时段', { n: freeTime.readings }))}</Text>
          </View>
        )}
      </Card>
    </>
  )
}
