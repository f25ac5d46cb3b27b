// In a browser there is no chat to send an invitation to: its address, to paste.
import { useLingui } from '@lingui/react'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useMe } from '@/features/member/use-me'
import { copyText } from '@/platform/clipboard'
import { Button } from '@/ui/Button'
import { invitationPath } from './invitation'

export function InvitationLink({ partnerId }: { partnerId: string }) {
  const { i18n } = useLingui()
  const readerUrl = useMe().data?.readerUrl ?? ''
  const [made, setMade] = useState<{ link: string; copied: boolean } | null>(null)
  const copy = async () => {
    const link = `${readerUrl}/#${invitationPath(partnerId)}`
    setMade({ link, copied: await copyText(link) })
  }
  return (
    <>
      <Button kind="plain" disabled={readerUrl === ''} onTap={() => void copy()}>
        {made?.copied ? i18n._('链接已复制') : i18n._('复制邀请链接')}
      </Button>
      {made && !made.copied && (
        <Text className="partners-note" selectable userSelect>
          {made.link}
        </Text>
      )}
    </>
  )
}
