// 传播: through whom does what she sends travel on? A picture, the same as a table, and each one's why and how.
import '../words'
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { Answered } from '@/features/member/Answered'
import { useSpread } from '@/features/spread/use-spread'
import { goBack, openTab, TABS } from '@/platform/nav'
import { useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { KeyPeople } from './_parts/KeyPeople'
import { SpreadView } from './_parts/SpreadView'
import './index.scss'

export default function SpreadPage() {
  const { i18n } = useLingui()
  const spread = useSpread()
  useTitle(i18n._('传播'))
  const toPosts = () => openTab(TABS[0])
  return (
    <Page className="spread">
      <BackLink onTap={() => goBack(TABS[3])}>{i18n._('返回')}</BackLink>
      <View className="spread-title" {...heading(1)}>
        {i18n._('传播')}
      </View>
      <Answered asked={spread} next="/pkgs/rep/spread/index">
        {(known) =>
          known.asOf === null ? (
            <Empty title={i18n._('正在算')} hint={i18n._('第一次要几分钟，过一会再来看')} />
          ) : known.nodes.length < 2 ? (
            <Empty
              title={i18n._('还没有人转发')}
              hint={i18n._('客户把你的内容转给别人，这里就有一圈圈的涟漪')}
              action={i18n._('去转发一篇')}
              onAction={toPosts}
            />
          ) : (
            <SpreadView spread={known} asOf={known.asOf} />
          )
        }
      </Answered>
      {spread.data && <KeyPeople />}
    </Page>
  )
}
