// What a rep's screen shows of an answer: waiting, the answer, an old answer without signal, a failure, a closed door.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { type ReactNode, useEffect } from 'react'
import { currentLang } from '@/platform/lang'
import { asShown } from '@/ui/error-text'
import { Failed, OfflineMark, OldMark, Skeleton } from '@/ui/States'
import { Closed } from './Closed'
import { isLapsed, openSignIn } from './entry'

export type Asked<T> = {
  data: T | undefined
  error: unknown
  isFetching: boolean
  dataUpdatedAt: number
  refetch: () => Promise<unknown>
}
/** `next`: this page's own address, to come back to after sign-in. */
type Props<T> = { asked: Asked<T>; next: string; rows?: number; children: (data: T) => ReactNode }

/** Refusals that also hold for what the phone still remembers. */
const FINAL = ['forbidden', 'gone', 'not-found']

export function Answered<T>({ asked, next, rows = 3, children }: Props<T>) {
  const { data, error, isFetching } = asked
  const code = error ? asShown(error).code : ''
  const notHers = (error as { reason?: string } | null)?.reason === 'not-your-role'
  const signedOut = code === 'unauthenticated' && !isFetching
  const toSignIn = signedOut && process.env.TARO_ENV === 'h5'
  const lapsed = isLapsed(error)
  useEffect(() => {
    if (toSignIn) openSignIn(next, lapsed)
  }, [toSignIn, next, lapsed])

  const again = () => void asked.refetch()
  if (toSignIn) return <Skeleton rows={rows} />
  if (signedOut || notHers) return <Closed lapsed={lapsed} />
  if (FINAL.includes(code)) return <Failed error={error} onRetry={again} />
  if (data === undefined)
    return error && !isFetching ? <Failed error={error} onRetry={again} /> : <Skeleton rows={rows} />
  return (
    <>
      {code !== '' && <Old code={code} at={asked.dataUpdatedAt} onRetry={again} />}
      {children(data)}
    </>
  )
}

function Old({ code, at, onRetry }: { code: string; at: number; onRetry: () => void }) {
  const { i18n } = useLingui()
  const when = wordInstant(at, Date.now(), currentLang())
  if (code === 'offline') return <OfflineMark when={when} onRetry={onRetry} />
  return <OldMark onRetry={onRetry}>{i18n._('没刷新成，这是 {when} 的内容。点这里再试', { when })}</OldMark>
}
