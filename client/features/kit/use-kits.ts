// The rep's posts and one opened kit, and writing down what she did with it.
import type { Input, Output } from '@shared/contracts'
import type { PostId } from '@shared/domain/ids'
import { type KitMark, type KitMarks, markKit } from '@shared/domain/kit'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { deliver } from '@/platform/outbox'
import { queries } from '@/platform/queries'

export type ListedKit = Output<'rep', 'kit.list'>['posts'][number]
export type OpenedKit = Output<'rep', 'kit.open'>
type KitList = Output<'rep', 'kit.list'>
export type Recalled = KitList['recalled'][number]

const LIST = ['rep', 'kit.list'] as const
export const kitKey = (postId: string) => ['rep', 'kit.open', postId] as const

export const useKits = () => useQuery({ queryKey: LIST, queryFn: () => call('rep', 'kit.list', {}) })

export const useKit = (postId: string) =>
  useQuery({ queryKey: kitKey(postId), queryFn: () => call('rep', 'kit.open', { postId }), enabled: postId !== '' })

/** What the phone shows at once, before and without the server's answer. */
const show = (postId: string, change: (marks: KitMarks) => KitMarks): void => {
  queries.setQueryData<OpenedKit>(kitKey(postId), (kit) => kit && { ...kit, marks: change(kit.marks) })
  queries.setQueryData<KitList>(
    LIST,
    (list) =>
      list && {
        ...list,
        posts: list.posts.map((post) => (post.postId === postId ? { ...post, marks: change(post.marks) } : post)),
      },
  )
}

/** She knows that it was taken back: gone from her list at once, and there again if that could not be said. */
export const sayKnown = async ({ postId, version }: Recalled): Promise<void> => {
  const isIt = (other: Recalled) => other.postId === postId && other.version === version
  queries.setQueryData<KitList>(
    LIST,
    (list) => list && { ...list, recalled: (list.recalled ?? []).filter((other) => !isIt(other)) },
  )
  try {
    await call('rep', 'recall.know', { postId: postId as PostId, version })
  } catch (error) {
    void queries.invalidateQueries({ queryKey: LIST })
    throw error
  }
}

/** Shown at once, delivered now or when there is signal again. Throws CallError when the server says no. */
export const writeMark = async (kit: { postId: string; version: number }, mark: KitMark): Promise<void> => {
  const now = Date.now()
  show(kit.postId, (marks) => markKit(marks, mark, now))
  const kind = mark.mark === 'saved' ? 'saved' : 'posted'
  const payload: Input<'rep', 'kit.mark'> = { postId: kit.postId, version: kit.version, mark }
  try {
    const marks = await deliver(`${kind}.${kit.postId}.${kit.version}`, 'kit.mark', payload)
    if (marks) show(kit.postId, () => marks)
  } catch (error) {
    void queries.invalidateQueries({ queryKey: LIST })
    void queries.invalidateQueries({ queryKey: kitKey(kit.postId) })
    throw error
  }
}
