// What to post now, in full; the other posts wait folded, so that the talks below them are not out of sight.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ListedKit } from '@/features/kit/use-kits'
import { FoldHead } from './FoldHead'
import { PostCard } from './PostCard'

const isToPost = ({ marks }: ListedKit): boolean => marks.postedAt === null
const isToSave = ({ marks, imageCount }: ListedKit): boolean => marks.savedAt === null || marks.savedImages < imageCount

/** What she has not taken yet; then what she has and did not post; then the newest. */
const firstOf = (posts: readonly ListedKit[]): ListedKit | undefined =>
  posts.find((post) => isToPost(post) && isToSave(post)) ?? posts.find(isToPost) ?? posts[0]

export function Posts({ posts, readerUrl }: { posts: readonly ListedKit[]; readerUrl: string }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const first = firstOf(posts)
  const others = posts.filter((post) => post !== first)
  const left = others.filter(isToPost).length
  const count = { n: others.length, left }
  const name = left > 0 ? i18n._('其余 {n} 篇，{left} 篇还没发', count) : i18n._('其余 {n} 篇', count)
  return (
    <View className="today-list">
      {first && <PostCard post={first} readerUrl={readerUrl} />}
      {others.length > 0 && (
        <View className="fold">
          <FoldHead name={name} open={open} onTap={() => setOpen(!open)} />
        </View>
      )}
      {open && others.map((post) => <PostCard key={post.postId} post={post} readerUrl={readerUrl} />)}
    </View>
  )
}
