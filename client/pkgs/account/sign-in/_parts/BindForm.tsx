// In the mini program she types the code her manager gave her, agreeing to what is kept; from then on her WeChat opens it.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { enter } from '@/features/member/entry'
import { pageParams } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { CodeField } from './CodeField'
import { useBind } from './use-bind'

export function BindForm() {
  const { i18n } = useLingui()
  const [next] = useState(() => pageParams().next)
  const binding = useBind()
  const { bound } = binding
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
      <CodeField binding={binding} />
      <View className="sign-in-note">
        {i18n._('点“同意并开通”，我们会记下你的微信标识，只用来认出你是这位员工；离职后不再能用它登录。不记手机号')}
      </View>
      <Button id="bind" onTap={binding.send} disabled={binding.code.trim() === ''} busy={binding.busy}>
        {i18n._('同意并开通')}
      </Button>
    </Card>
  )
}
