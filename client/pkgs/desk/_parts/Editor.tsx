// One post on the desk: fetched (or new), then the form on the left and the phone beside it.
import { useMemo, useState } from 'react'
import { emptyForm, formOf } from '@/features/post/draft-form'
import { usePost } from '@/features/post/use-posts'
import { mintId } from '@/platform/mint'
import { EditorDesk } from './EditorDesk'
import { DeskFailed, DeskLoading } from './States'

export function Editor({ postId, isNew }: { postId: string; isNew: boolean }) {
  const [fresh] = useState(isNew)
  const query = usePost(postId, fresh)
  const [firstSection] = useState(mintId)
  const post = query.data ?? null
  const saved = useMemo(() => (post ? formOf(post.draft) : emptyForm(firstSection)), [post, firstSection])
  if (fresh || post) return <EditorDesk postId={postId} post={post} saved={saved} />
  if (query.error) return <DeskFailed error={query.error} onRetry={() => void query.refetch()} />
  return <DeskLoading />
}
