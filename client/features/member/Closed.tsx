// A page for store guides, seen by someone who is not one: what it is, and whom to ask.
import { useLingui } from '@lingui/react'
import { LAPSES_DAYS } from '@shared/domain/sign-in'
import { Button } from '@/ui/Button'
import { Empty } from '@/ui/States'
import { openDesk, openSignIn } from './entry'

export function Closed({ lapsed = false }: { lapsed?: boolean }) {
  const { i18n } = useLingui()
  const web = process.env.TARO_ENV === 'h5'
  if (lapsed)
    return (
      <Empty
        title={i18n._('{n} 天没用，已停用', { n: LAPSES_DAYS })}
        hint={i18n._('找店长或总部要一个邀请码，填上就能接着用。客户和记录都还在')}
        action={i18n._('我有邀请码')}
        onAction={() => openSignIn()}
      />
    )
  return (
    <>
      <Empty
        title={i18n._('这里给门店导购用')}
        hint={
          web
            ? i18n._('这个账号还没有开通导购。请让总部为你开通，或换一个账号。读文章不用登录，点开收到的链接就行')
            : i18n._('小程序认的是你的微信，没有密码。请让店长或总部给你一个邀请码。读文章不用开通，点开收到的卡片就行')
        }
        action={web ? i18n._('换一个账号') : i18n._('我有邀请码')}
        onAction={() => openSignIn()}
      />
      <Button kind="quiet" onTap={openDesk}>
        {i18n._('我是总部编辑，去写内容')}
      </Button>
    </>
  )
}
