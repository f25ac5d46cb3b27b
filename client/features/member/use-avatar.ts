// How does her picture get onto her name card? Sent, looked at by the cloud, and shown on every screen at once.
import type { Output } from '@shared/contracts'
import { useCallback, useRef, useState } from 'react'
import { call } from '@/platform/call'
import { queries } from '@/platform/queries'
import { type PictureContent, sendTo } from '@/platform/upload'

type Avatar = Output<'render', 'avatar.take'>['avatar']
type Me = Output<'rep', 'me.see'>
type Kit = Output<'rep', 'kit.open'>
/** `sent`: 0 … 1 of its bytes; `again` does what failed once more. */
export type AvatarWork =
  | { phase: 'idle' }
  | { phase: 'sending'; sent: number }
  | { phase: 'checking' | 'removing' }
  | { phase: 'failed'; error: unknown; again: () => void }

const ME = ['rep', 'me.see'] as const

/**
 * Also in the kits that the phone remembers: her earlier file is gone, and nothing may be painted with it. Coming back
 * from WeChat's album asks me.see again, and that answer may be older than this one.
 */
const show = (avatar: Avatar): void => {
  const underWay = queries.isFetching({ queryKey: ME }) > 0
  queries.setQueryData<Me>(ME, (me) => me && { ...me, avatar })
  queries.setQueriesData<Kit>(
    { queryKey: ['rep', 'kit.open'] },
    (kit) => kit && { ...kit, card: { ...kit.card, avatar } },
  )
  if (underWay) void queries.invalidateQueries({ queryKey: ME }) // drops the older answer and asks again
}

export const useAvatar = () => {
  const [work, setWork] = useState<AvatarWork>({ phase: 'idle' })
  const running = useRef(false)

  /** One at a time: there is one place for her picture. */
  const run = useCallback(async (job: () => Promise<Avatar>): Promise<void> => {
    if (running.current) return
    running.current = true
    try {
      show(await job())
      setWork({ phase: 'idle' })
    } catch (error) {
      setWork({ phase: 'failed', error, again: () => void run(job) })
    }
    running.current = false
  }, [])

  const take = (content: PictureContent): Promise<void> =>
    run(async () => {
      setWork({ phase: 'sending', sent: 0 })
      const place = await call('render', 'avatar.prepare', {})
      const fileId = await sendTo(place, content, (sent) => setWork({ phase: 'sending', sent }))
      setWork({ phase: 'checking' })
      return (await call('render', 'avatar.take', { fileId })).avatar
    })
  const remove = (): Promise<void> =>
    run(async () => {
      setWork({ phase: 'removing' })
      return (await call('render', 'avatar.take', { fileId: null })).avatar
    })
  return { work, take, remove }
}
