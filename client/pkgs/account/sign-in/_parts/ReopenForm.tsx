// In a browser: her password is right, but nobody used the account for too long. A code of hers opens it again.
import { useLingui } from '@lingui/react'
import { LAPSES_DAYS } from '@shared/domain/sign-in'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { enter } from '@/features/member/entry'
import { signOut } from '@/platform/session'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { CodeField } from './CodeField'
import { useBind } from './use-bind'

type Props = { next: string | undefined; onOther: () => void }

export function ReopenForm({ next, onOther }: Props) {
  const { i18n } = useLingui()
  const binding = useBind()
  const { isOpen } = binding
  useEffect(() => {
    if (isOpen) void enter(next)
  }, [isOpen, next])
  return (
    <Card className="sign-in">
      <View className="sign-in-title" {...heading(1)}>
        {i18n._('{n} 天没用，已停用', { n: LAPSES_DAYS })}
      </View>
      <View className="sign-in-note">{i18n._('找店长或总部要一个邀请码，填上就能接着用。客户和记录都还在')}</View>
      <CodeField binding={binding} />
      <Button id="reopen" onTap={binding.send} disabled={binding.code.trim() === ''} busy={binding.busy || isOpen}>
        {i18n._('接着用')}
      </Button>
      <Button kind="quiet" onTap={() => void signOut().then(onOther)}>
        {i18n._('换一个账号')}
      </Button>
    </Card>
  )
}
