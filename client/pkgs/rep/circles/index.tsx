// 圈层: whom have I in each circle, and who are my 铁杆粉, by what evidence? Only mine, only for me.
import '../words'
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { FanPart } from '@shared/domain/circle-fan'
import { ruleInWords } from '@shared/domain/circle-words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type OwnCircle, type OwnCircles, useOwnCircles } from '@/features/circle/use-own-circles'
import { Answered } from '@/features/member/Answered'
import { currentLang } from '@/platform/lang'
import { goBack, openPage, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { tappable } from '@/ui/tap'
import './index.scss'

type Who = OwnCircle['contacts'][number]

const wordWho = ({ remark, ordinal }: Who, i18n: I18n): string => remark ?? i18n._('读者 {ordinal}', { ordinal })

const wordPart = (part: FanPart, n: number, i18n: I18n): string => {
  if (part === 'weeks') return i18n._('{n} 周里有深读', { n })
  if (part === 'dealings') return i18n._('真正聊过 {n} 天', { n })
  return part === 'purchases' ? i18n._('买过 {n} 回', { n }) : i18n._('转出去带来 {n} 次深读', { n })
}

const openContact = (contactId: string) => openPage(`/pkgs/rep/contact/index?c=${contactId}`)

function Person({ who, why }: { who: Who; why?: string }) {
  const { i18n } = useLingui()
  const name = wordWho(who, i18n)
  return (
    <View className="circle-person" {...tappable(name, () => openContact(who.contactId))}>
      <Text className="circle-name">{name}</Text>
      {why && <Text className="circle-why">{why}</Text>}
    </View>
  )
}

function OneCircle({ circle, places }: { circle: OwnCircle; places: OwnCircles['places'] }) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const { name, about, contacts, rule } = circle
  const count = i18n._('{n} 位', { n: contacts.length })
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name
  return (
    <Card>
      <View
        className="circle-head"
        {...tappable(`${name} ${count}`, () => setOpen(!open))}
        {...(process.env.TARO_ENV === 'h5' ? { 'aria-expanded': open } : {})}
      >
        <Text className="circle-name">{name}</Text>
        <Text className="circle-count">{count}</Text>
      </View>
      <Text className="circle-why">{about === '' ? ruleInWords(rule, currentLang(), nameOf) : about}</Text>
      {open && contacts.map((who) => <Person key={who.contactId} who={who} />)}
    </Card>
  )
}

function Fans({ fans }: Pick<OwnCircles, 'fans'>) {
  const { i18n } = useLingui()
  return (
    <>
      <View className="circle-part" {...heading(2)}>
        {i18n._('铁杆粉（{n}）', { n: fans.length })}
      </View>
      <Text className="circle-why">
        {i18n._('看证据：几周里有深读、真正聊过几天、买过几回、转出去带来深读。只看一样不算')}
      </Text>
      {fans.length > 0 && (
        <Card>
          {fans.map(({ who, score, parts }) => (
            <Person
              key={who.contactId}
              who={who}
              why={[
                i18n._('{score} 分', { score }),
                ...parts.filter(({ n }) => n > 0).map(({ part, n }) => wordPart(part, n, i18n)),
              ].join(' · ')}
            />
          ))}
        </Card>
      )}
    </>
  )
}

export default function CirclesPage() {
  const { i18n } = useLingui()
  const own = useOwnCircles()
  useTitle(i18n._('圈层'))
  usePullRefresh(own.refetch)
  return (
    <Page className="circles">
      <BackLink onTap={() => goBack(TABS[2])}>{i18n._('返回')}</BackLink>
      <View className="circle-title" {...heading(1)}>
        {i18n._('圈层')}
      </View>
      <Answered asked={own} next="/pkgs/rep/circles/index">
        {({ circles, fans, places }) => (
          <View className="circle-list">
            {circles.length === 0 && (
              <Empty title={i18n._('总部还没有分圈层')} hint={i18n._('分好以后，这里看得到每个圈层里有谁')} />
            )}
            {circles.map((circle) => (
              <OneCircle key={circle.circleId} circle={circle} places={places} />
            ))}
            <Fans fans={fans} />
          </View>
        )}
      </Answered>
    </Page>
  )
}
