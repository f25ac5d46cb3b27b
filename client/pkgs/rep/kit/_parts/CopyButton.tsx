// Copies one text and says so in its own words for a moment.
import { useLingui } from '@lingui/react'
import { useEffect, useState } from 'react'
import { copyText } from '@/platform/clipboard'
import { Button, type ButtonKind } from '@/ui/Button'
import './CopyButton.scss'

const SAID_MS = 2_000

export function CopyButton({ text, label, kind = 'quiet' }: { text: string; label: string; kind?: ButtonKind }) {
  const { i18n } = useLingui()
  const [said, setSaid] = useState<'' | 'copied' | 'failed'>('')
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  const words = { '': label, copied: i18n._('已复制'), failed: i18n._('没复制上，长按文字试试') }
  return (
    <Button
      small
      className="copy-button"
      kind={kind}
      onTap={() => void copyText(text).then((done) => setSaid(done ? 'copied' : 'failed'))}
    >
      {words[said]}
    </Button>
  )
}
