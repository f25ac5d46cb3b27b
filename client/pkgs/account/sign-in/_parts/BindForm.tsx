// In the mini program she types the code her manager gave her, agreeing to what is kept; from then on her WeChat opens it.
import { useLingui } from '@lingui/react'
import { INVITE_LENGTH, readInvite } from '@shared/domain/invite'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { enter } from '@/features/member/entry'
import { call } from '@/platform/call'
import { pageParams } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'

const TYPED_MAX = 12

export function BindForm() {
  const { i18n } = useLingui()
  const [next] = useState(() => pageParams().next)
  const [code, setCode] = useState('')
  const [bound, setBound] = useState<{ name: string; storeName: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const send = async () => {
    if (busy) return
    if (readInvite(code) === null) return setError(i18n._('邀请码是 {n} 位字母和数字', { n: INVITE_LENGTH }))
    setBusy(true)
    setError('')
    try {
      setBound(await call('rep', 'invite.bind', { code }))
    } catch (failure) {
      setError(errorText(failure))
    } finally {
      setBusy(false)
    }
  }
  if (bound)
    return (
      <Card className="sign-in">
        <View className="sign-in-title" {...heading(1)}>
          {i18n._('{name}，开通了', { name: bound.name })}
        </View>
        <View className="sign-in-note">
          {bound.storeName === ''
            ? i18n._('以后用这个微信打开就行')
            : i18n._('你在{storeName}，以后用这个微信打开就行', { storeName: bound.storeName })}
        </View>
        <Button id="bound-go" onTap={() => void enter(next)}>
          {i18n._('开始用')}
        </Button>
      </Card>
    )
  return (
    <Card className="sign-in">
      <View className="sign-in-title" {...heading(1)}>
        {i18n._('员工开通')}
      </View>
      <Field
        id="invite-code"
        label={i18n._('邀请码')}
        value={code}
        onChange={setCode}
        maxLength={TYPED_MAX}
        hint={i18n._('店长或总部给的 8 位码，48 小时内有效')}
        {...(error ? { error } : {})}
        onConfirm={() => void send()}
      />
      <View className="sign-in-note">
        {i18n._('点“同意并开通”，我们会记下你的微信标识，只用来认出你是这位员工；离职后不再能用它登录。不记手机号')}
      </View>
      <Button id="bind" onTap={() => void send()} disabled={code.trim() === ''} busy={busy}>
        {i18n._('同意并开通')}
      </Button>
    </Card>
  )
}
