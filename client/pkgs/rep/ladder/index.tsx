// 我的成长: three steps with what each stands on, and one thing to do next. Mine alone; no rank, no points.
import '../words'
import { useLingui } from '@lingui/react'
import type { LadderFact } from '@shared/domain/ladder'
import { useQuery } from '@tanstack/react-query'
import { Text, View } from '@tarojs/components'
import { Answered } from '@/features/member/Answered'
import { call } from '@/platform/call'
import { goBack, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Rung } from './_parts/Rung'
import { wayTo } from './_parts/words'
import './index.scss'

function Next({ next }: { next: LadderFact | null }) {
  const { i18n } = useLingui()
  const way = next && wayTo(next, i18n)
  if (!way) return null
  return (
    <Card className="ladder-rung">
      <View className="ladder-name" {...heading(2)}>
        {i18n._('下一件可以做的')}
      </View>
      <Text className="ladder-what">{way.words}</Text>
      <Button id="ladder-go" kind="plain" onTap={way.go}>
        {way.name}
      </Button>
    </Card>
  )
}

export default function LadderPage() {
  const { i18n } = useLingui()
  const ladder = useQuery({
    queryKey: ['rep', 'ladder.see'],
    queryFn: () => call('rep', 'ladder.see', {}),
    refetchOnMount: 'always',
  })
  useTitle(i18n._('我的成长'))
  usePullRefresh(ladder.refetch)
  return (
    <Page className="ladder">
      <BackLink onTap={() => goBack(TABS[3])}>{i18n._('返回')}</BackLink>
      <View className="ladder-title" {...heading(1)}>
        {i18n._('我的成长')}
      </View>
      <Text className="ladder-note ladder-lead">
        {i18n._('只有你看得到，不排名、不积分，歇一阵也不会掉。转发多少、带来多少阅读、有多少客户都不算')}
      </Text>
      <Answered asked={ladder} next="/pkgs/rep/ladder/index">
        {({ rungs, next }) => (
          <View className="ladder-list">
            <Next next={next} />
            {rungs.map((rung, i) => (
              <Rung key={rung.step} rung={rung} nth={i + 1} />
            ))}
          </View>
        )}
      </Answered>
    </Page>
  )
}
