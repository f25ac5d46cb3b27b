// 合伙人: who is a partner of hers, whom might she ask, and at which purchase was one named?
import '../words'
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { Answered } from '@/features/member/Answered'
import { goBack, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { useShareCard } from '@/platform/share'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'
import { Candidates } from './_parts/Candidates'
import { invitationPath } from './_parts/invitation'
import { NameCode } from './_parts/NameCode'
import { PartnerCard } from './_parts/PartnerCard'
import { usePartners } from './_parts/use-partners'
import './index.scss'

const MARK = 'partner:'

export default function PartnersPage() {
  const { i18n } = useLingui()
  const partners = usePartners()
  useTitle(i18n._('合伙人'))
  usePullRefresh(partners.refetch)
  useShareCard((share) => ({
    title: i18n._('合伙人约定，看过再决定'),
    path: invitationPath(share?.startsWith(MARK) ? share.slice(MARK.length) : ''),
    imageUrl: '',
  }))
  return (
    <Page className="partners">
      <BackLink onTap={() => goBack(TABS[3])}>{i18n._('返回')}</BackLink>
      <View className="partners-title" {...heading(1)}>
        {i18n._('合伙人')}
      </View>
      <Text className="partners-note partners-lead">
        {i18n._('只为核实的成交付报酬，只有一层；转发、阅读、拉人都不付')}
      </Text>
      <Answered asked={partners} next="/pkgs/rep/partners/index">
        {({ partners: all, candidates }) => (
          <>
            {all.some(({ state }) => state === 'active') && <NameCode />}
            {all.map((one) => (
              <PartnerCard key={one.partnerId} partner={one} />
            ))}
            <Candidates candidates={candidates} />
          </>
        )}
      </Answered>
    </Page>
  )
}
