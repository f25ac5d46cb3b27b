// In a browser nobody is known before she lets herself be: what that takes, and her word. In WeChat she is known already.
import { useLingui } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { ensureIdentity, isKnown } from '@/platform/session'
import { asShown, errorText } from '@/ui/error-text'
import { Empty } from '@/ui/States'

type Asked = { error: unknown; refetch: () => Promise<unknown> }

/** known: ask the cloud only then. */
export const useKnown = () => {
  const [known, setKnown] = useState(isKnown)
  const [error, setError] = useState('')
  const letKnow = (asked: Asked): Promise<void> =>
    ensureIdentity().then(
      async () => {
        setKnown(true)
        if (known) await asked.refetch()
      },
      (failure: unknown) => setError(errorText(failure)),
    )
  return { known, error, letKnow }
}

/** children: what there is for her, once she is known; a session that has lapsed knows her no more. */
export function LetKnow({
  of,
  asked,
  children,
}: {
  of: ReturnType<typeof useKnown>
  asked: Asked
  children: ReactNode
}) {
  const { i18n } = useLingui()
  if (of.known && !(asked.error && asShown(asked.error).code === 'unauthenticated')) return <>{children}</>
  return (
    <Empty
      title={i18n._('这个浏览器还不认得您')}
      hint={of.error || i18n._('继续的话，会给它一个不记名的编号，您下次来看得到回话，也能随时收回')}
      action={i18n._('继续')}
      onAction={() => void of.letKnow(asked)}
    />
  )
}
