// Signing in in a browser, for guides and editors. In the mini program WeChat says who she is, once a code has bound her.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { IDLE_HOURS } from '@shared/domain/sign-in'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { enter } from '@/features/member/entry'
import { pageParams } from '@/platform/nav'
import { useTitle } from '@/platform/page'
import { currentSession, endedWhy, type SignInRefusal, signIn } from '@/platform/session'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { BindForm } from './_parts/BindForm'
import { ReopenForm } from './_parts/ReopenForm'
import './index.scss'

/** Why she stands here again, though she signed in before. */
function EndedNote() {
  const { i18n } = useLingui()
  const [why] = useState(endedWhy)
  if (why === null) return null
  return (
    <View className="sign-in-note" role="status">
      {why === 'idle'
        ? i18n._('{n} 小时没人用，已自动退出。登录后回到原处，写到一半的文章还在', { n: IDLE_HOURS })
        : i18n._('登录过期了。再登录就回到原处，写到一半的文章还在')}
    </View>
  )
}

const wordRefusal = (reason: SignInRefusal, i18n: I18n): string => {
  switch (reason) {
    case 'wrong-password':
      return i18n._('用户名或密码不对')
    case 'too-many-tries':
      return i18n._('试的次数太多，过几分钟再登录')
    case 'not-now':
      return i18n._('登录服务暂时没有回应，过一会儿再试')
    case 'offline':
      return i18n._('网络不通，连上后再试')
  }
}

function SignInForm({ next }: { next: string | undefined }) {
  const { i18n } = useLingui()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')
  const ready = username.trim() !== '' && password !== ''

  const submit = async () => {
    if (!ready || busy) return
    setBusy(true)
    setError('')
    try {
      const answer = await signIn(username.trim(), password)
      if (answer.ok) await enter(next)
      else setError(wordRefusal(answer.reason, i18n))
    } catch {
      setError(i18n._('出错了，再试一次'))
    } finally {
      setBusy(false)
    }
  }
  const send = () => void submit()
  return (
    <Card className="sign-in">
      <View className="sign-in-title" {...heading(1)}>
        {i18n._('登录')}
      </View>
      <EndedNote />
      <Field id="username" label={i18n._('用户名')} value={username} onChange={setUsername} onConfirm={send} />
      <Field
        id="password"
        label={i18n._('密码')}
        value={password}
        onChange={setPassword}
        password
        error={error || undefined}
        onConfirm={send}
      />
      <Button id="sign-in" onTap={send} disabled={!ready} busy={busy}>
        {i18n._('登录')}
      </Button>
      <View className="sign-in-note">{i18n._('给导购和编辑用。没有账号或忘了密码，找总部。读文章不用登录')}</View>
    </Card>
  )
}

/** Only who is signed in can have an account that lapsed. */
function OnTheWeb() {
  const [{ next, lapsed }] = useState(pageParams)
  const [reopens, setReopens] = useState(() => lapsed === '1' && currentSession() !== null)
  return reopens ? <ReopenForm next={next} onOther={() => setReopens(false)} /> : <SignInForm next={next} />
}

export default function SignIn() {
  const { i18n } = useLingui()
  const web = process.env.TARO_ENV === 'h5'
  useTitle(web ? i18n._('登录') : i18n._('开通'))
  return (
    <Page className="sign-in-page">
      {web && (
        <View className="sign-in-name">
          <View className="sign-in-drop" />
          {i18n._('涟漪')}
        </View>
      )}
      {web ? <OnTheWeb /> : <BindForm />}
    </Page>
  )
}
