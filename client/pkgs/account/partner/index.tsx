// 合伙人: what would I agree to, what came through me, and what is due? The customer's own page.
import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { pageParams } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { Page } from '@/ui/Page'
import { Empty, Failed, Skeleton } from '@/ui/States'
import { LetKnow, useKnown } from '../_parts/LetKnow'
import { Invite } from './_parts/Invite'
import { Standing } from './_parts/Standing'
import { Terms } from './_parts/Terms'
import { type SeenPartner, usePartner } from './_parts/use-partner'
import './index.scss'

function Seen({ seen }: { seen: SeenPartner }) {
  const { i18n } = useLingui()
  const { invitations, partners, terms } = seen
  const isNobody = invitations.length === 0 && partners.length === 0
  return (
    <>
      {isNobody && (
        <Empty title={i18n._('没有给您的邀请')} hint={i18n._('合伙人由您的顾问邀请，邀请可能已收回或已答复')} />
      )}
      {invitations.map((one) => (
        <Invite key={one.partnerId} invitation={one} version={terms.version} />
      ))}
      {partners.map((one) => (
        <Standing key={one.partnerId} partner={one} />
      ))}
      <Terms terms={terms} />
    </>
  )
}

export default function PartnerPage() {
  const { i18n } = useLingui()
  const [invitation] = useState(() => pageParams().i ?? '')
  const of = useKnown()
  const asked = usePartner(invitation, of.known)
  useTitle(i18n._('合伙人'))
  usePullRefresh(asked.refetch)
  const again = () => void asked.refetch()
  return (
    <Page title={i18n._('合伙人')}>
      <LetKnow of={of} asked={asked}>
        {asked.data ? (
          <Seen seen={asked.data} />
        ) : asked.error ? (
          <Failed error={asked.error} onRetry={again} />
        ) : (
          <Skeleton />
        )}
      </LetKnow>
    </Page>
  )
}
