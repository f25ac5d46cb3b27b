// Which of what she sent there worked, and where in it the group stayed? The best first.
import { useLingui } from '@lingui/react'
import type { SeenGroup } from '@shared/contracts/group'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wordOpens, wordSection } from '@/features/group/words'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { afterHan } from '@/ui/han'

type Post = SeenGroup['posts'][number]
const SHOWN = 5

/** Heat by length and in words, never by colour alone: against the section that was read longest. */
function Sections({ sections }: { sections: Post['sections'] }) {
  const { i18n } = useLingui()
  const average = ({ readings, ms }: Post['sections'][number]) => (readings === null || ms === null ? 0 : ms / readings)
  const longest = Math.max(1, ...sections.map(average))
  return (
    <View className="group-sections">
      {sections.map((section, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings may be the same, and sections keep their order
        <View key={n} className="group-section">
          <Text className="group-section-name">{section.heading}</Text>
          <View className="group-bar">
            <View className="group-heat" style={{ width: `${Math.round((100 * average(section)) / longest)}%` }} />
          </View>
          <Text className="group-note">{wordSection(section, i18n)}</Text>
        </View>
      ))}
    </View>
  )
}

function PostRow({ post }: { post: Post }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const when = wordInstant(post.lastAt, Date.now(), currentLang())
  const sent = post.times > 1 ? i18n._('发过 {n} 次，最近{when}', { n: post.times, when: afterHan(when) }) : when
  return (
    <View className="group-post">
      <Text className="group-post-title">{i18n._('《{title}》', { title: post.title })}</Text>
      <Text className={post.opens === null ? 'group-note' : 'group-opens'}>{wordOpens(post, i18n)}</Text>
      <Text className="group-note">{[post.column, sent].filter((part) => part !== '').join(' · ')}</Text>
      {post.sections.length > 0 && (
        <Button about={post.title} kind="quiet" small onTap={() => setOpen(!open)}>
          {open ? i18n._('收起') : i18n._('看哪一节读得久')}
        </Button>
      )}
      {open && <Sections sections={post.sections} />}
    </View>
  )
}

export function Posts({ posts }: { posts: readonly Post[] }) {
  const { i18n } = useLingui()
  const [all, setAll] = useState(false)
  if (posts.length === 0) return null
  return (
    <Card>
      <View className="group-part" {...heading(2)}>
        {i18n._('哪些发得好')}
      </View>
      {(all ? posts : posts.slice(0, SHOWN)).map((post) => (
        <PostRow key={post.postId} post={post} />
      ))}
      {posts.length > SHOWN && !all && (
        <Button kind="quiet" small onTap={() => setAll(true)}>
          {i18n._('看全部 {n} 篇', { n: posts.length })}
        </Button>
      )}
    </Card>
  )
}
