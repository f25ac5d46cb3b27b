// How she signs in, and a code for her phone: shown once, to be read out to her.
import { useLingui } from '@lingui/react'
import type { MemberFile } from '@shared/contracts/people'
import { dayOf } from '@shared/domain/day'
import { sayInvite } from '@shared/domain/invite'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { useMemberActs } from '@/features/people/use-member'
import { errorText } from '@/ui/error-text'

export function PeopleInvite({ file }: { file: MemberFile }) {
  const { i18n } = useLingui()
  const { invite } = useMemberActs()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  if (file.leftAt !== null) return <p className="desk-note">{i18n._('{day} 离职', { day: dayOf(file.leftAt) })}</p>
  const ask = () => {
    setBusy(true)
    setWrong('')
    invite(file.memberId)
      .then(
        (made) => setCode(sayInvite(made.code)),
        (failure: unknown) => setWrong(errorText(failure)),
      )
      .finally(() => setBusy(false))
  }
  return (
    <div className="people-invite">
      <p>{file.wechat ? i18n._('已绑定微信') : i18n._('还没绑定微信')}</p>
      {file.web && <p className="desk-note">{i18n._('也能在网页登录')}</p>}
      {code === '' && file.invite && (
        <p className="desk-note">
          {i18n._('有一个邀请码在等她，{day} 前有效。再要一个，旧的就作废', { day: dayOf(file.invite.until) })}
        </p>
      )}
      {code !== '' && (
        <>
          <Typography.Title level={3} copyable className="people-code">
            {code}
          </Typography.Title>
          <p className="desk-note">
            {i18n._('只显示这一次，48 小时内有效，只能用一次。请她在小程序“登录”里输入，别发到群里')}
          </p>
        </>
      )}
      {wrong !== '' && (
        <p className="desk-wrong" role="alert">
          {wrong}
        </p>
      )}
      {file.mayChange && code === '' && (
        <Button loading={busy} onClick={ask}>
          {file.wechat ? i18n._('换手机：要一个新码') : i18n._('要邀请码')}
        </Button>
      )}
    </div>
  )
}
