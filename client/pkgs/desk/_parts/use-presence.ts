// Who else writes this post, and has anybody stored it since? Asked while the editor is in sight: at once, then every quarter of a minute.
import type { Output } from '@shared/contracts'
import type { PostId } from '@shared/domain/ids'
import { PRESENCE_EVERY_MS } from '@shared/domain/presence'
import { useEffect, useState } from 'react'
import { call } from '@/platform/call'

export type Presence = Output<'hq', 'presence.keep'>

/** Quiet where it fails: nothing is lost, a save that comes too late is refused all the same. */
const ask = (postId: string, leaving: boolean): Promise<Presence | null> =>
  call('hq', 'presence.keep', { postId: postId as PostId, leaving }).catch(() => null)

/** null: not known yet, or not asked. */
export const usePresence = (postId: string, asked: boolean): Presence | null => {
  const [presence, setPresence] = useState<Presence | null>(null)
  useEffect(() => {
    if (!asked) return
    let isOver = false
    const beat = async () => {
      if (document.visibilityState === 'hidden') return
      const heard = await ask(postId, false)
      if (heard && !isOver) setPresence(heard)
    }
    void beat()
    const timer = setInterval(() => void beat(), PRESENCE_EVERY_MS)
    const seen = () => void beat()
    const leave = () => void ask(postId, true)
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('pagehide', leave)
    return () => {
      isOver = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('pagehide', leave)
      leave()
      setPresence(null)
    }
  }, [postId, asked])
  return presence
}
