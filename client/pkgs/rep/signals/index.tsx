// 商机: is there business in what she heard? Paste it; below, where words were met lately, and which words those are.
import '../words'
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { Answered } from '@/features/member/Answered'
import { askHitsAnew, useRules } from '@/features/signal/use-signals'
import { goBack, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'
import { Hits } from './_parts/Hits'
import { PasteBox } from './_parts/PasteBox'
import { RuleList } from './_parts/RuleList'
import './index.scss'

export default function SignalsPage() {
  const { i18n } = useLingui()
  const rules = useRules()
  useTitle(i18n._('商机'))
  usePullRefresh(async () => {
    askHitsAnew()
    await rules.refetch()
  })
  return (
    <Page className="signals">
      <BackLink onTap={() => goBack(TABS[3])}>{i18n._('返回')}</BackLink>
      <View className="signals-title" {...heading(1)}>
        {i18n._('商机')}
      </View>
      <Answered asked={rules} next="/pkgs/rep/signals/index">
        {(known) => (
          <>
            <PasteBox rules={[...known.own, ...known.hq]} />
            <View className="signals-head signals-part" {...heading(2)}>
              {i18n._('最近听到的')}
            </View>
            <Hits />
            <RuleList rules={known} />
          </>
        )}
      </Answered>
    </Page>
  )
}
