// 我的: who am I here, in which voice and language, and what happens with what I see?
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { Answered } from '@/features/member/Answered'
import { leave } from '@/features/member/entry'
import { useMe } from '@/features/member/use-me'
import { useTab } from '@/features/member/use-tab'
import { TABS } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { Page } from '@/ui/Page'
import { LangSwitch } from './_parts/LangSwitch'
import { Notices } from './_parts/Notices'
import { Places } from './_parts/Places'
import { Portrait } from './_parts/Portrait'
import { TalksADay } from './_parts/TalksADay'
import { Waiting } from './_parts/Waiting'
import './index.scss'

export default function Me() {
  const { i18n } = useLingui()
  const me = useMe()
  useTab('me', () => void me.refetch())
  const tones = { warm: i18n._('亲切'), expert: i18n._('专业'), lively: i18n._('活泼') }
  return (
    <Page>
      <View className="me">
        <Answered asked={me} next={TABS[3]} rows={1}>
          {({ name, avatar, storeName, company, tone }) => (
            <Card>
              <Portrait name={name} src={avatar?.url ?? null}>
                <View className="me-name" {...heading(1)}>
                  {name}
                </View>
                <View className="me-store">{storeName}</View>
                <View className="me-note">{company}</View>
              </Portrait>
              <View className="me-tone">
                <Chip tone="accent">{i18n._('语气：{tone}', { tone: tones[tone] })}</Chip>
                <Text className="me-note">{i18n._('你的文案按这个语气写，要换请找总部')}</Text>
              </View>
            </Card>
          )}
        </Answered>
        <Waiting />
        <Places />
        <TalksADay />
        <Notices />
        <Card>
          <View className="me-head" {...heading(2)}>
            {i18n._('语言')}
          </View>
          <LangSwitch />
        </Card>
        <Card>
          <View className="me-head" {...heading(2)}>
            {i18n._('你看到的，读者都知道')}
          </View>
          <View className="me-text">
            {i18n._(
              '读者同意后，你才看得到她读了什么、读了多久。她随时可以撤回，撤回后这里就没有了。你起的名字只有你看得到。',
            )}
          </View>
        </Card>
        {process.env.TARO_ENV === 'h5' && (
          <Button kind="plain" onTap={() => void leave()}>
            {i18n._('退出登录')}
          </Button>
        )}
      </View>
    </Page>
  )
}
