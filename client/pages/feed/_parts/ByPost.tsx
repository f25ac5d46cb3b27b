// The same seen by post: who read this one, how many read unnamed, and what does not count as reading.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import type { FeedLine, FeedPage } from '@/features/contact/use-feed'
import { bound, wordAnonymous, wordApart } from '@/features/contact/words'
import { openPage } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { tappable } from '@/ui/tap'
import './ByPost.scss'

type Row = { postId: string; title: string; notes: string[] }

export function ByPost({ lines, rows }: { lines: readonly FeedLine[]; rows: FeedPage['anonymous'] }) {
  const { i18n } = useLingui()
  const counted = rows.map(({ postId, title, readings, apart }): Row => {
    const unnamed = readings === 0 ? '' : wordAnonymous(readings, i18n)
    return { postId, title, notes: [unnamed, wordApart(apart, i18n)].filter((note) => note !== '') }
  })
  const others = lines.map(({ postId, title }): Row => ({ postId, title, notes: [] }))
  const posts = [...new Map([...others, ...counted].map((row) => [row.postId, row])).values()]
  if (posts.length === 0) return null
  return (
    <View className="by-post">
      <View className="by-post-head" {...heading(2)}>
        {i18n._('每篇谁读了')}
      </View>
      {posts.map(({ postId, title, notes }) => (
        <View
          className="by-post-row"
          key={postId}
          {...tappable([i18n._('谁读了《{title}》', { title }), ...notes].join(' '), () =>
            openPage(`/pkgs/rep/readers/index?p=${postId}`),
          )}
        >
          <View className="by-post-words">
            <Text className="by-post-title">{i18n._('《{title}》', { title })}</Text>
            {notes.map((note) => (
              <Text className="by-post-note" key={note}>
                {bound(note)}
              </Text>
            ))}
          </View>
          <View className="by-post-on" />
        </View>
      ))}
      {rows.length > 0 && <Text className="by-post-note">{i18n._('没同意告知的读者，只记次数，不记是谁')}</Text>}
    </View>
  )
}
