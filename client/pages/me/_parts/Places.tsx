// Where else can she go? What she keeps beside posts and contacts, each with what it is for.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { openPage } from '@/platform/nav'
import { Card } from '@/ui/Card'
import { tappable } from '@/ui/tap'
import './Places.scss'

function Place({ name, what, url }: { name: string; what: string; url: string }) {
  return (
    <View className="place" {...tappable(`${name} ${what}`, () => openPage(url))}>
      <View className="place-words">
        <Text className="place-name">{name}</Text>
        <Text className="place-what">{what}</Text>
      </View>
      <Text className="place-go" aria-hidden>
        ›
      </Text>
    </View>
  )
}

export function Places() {
  const { i18n } = useLingui()
  return (
    <Card className="places">
      <Place name={i18n._('提醒事项')} what={i18n._('特殊日子、承诺、该联系的人')} url="/pkgs/rep/reminders/index" />
      <Place name={i18n._('圈层')} what={i18n._('哪些人像，谁是铁杆粉')} url="/pkgs/rep/circles/index" />
      <Place name={i18n._('商机')} what={i18n._('贴一段话，看有没有机会')} url="/pkgs/rep/signals/index" />
      <Place name={i18n._('传播')} what={i18n._('谁在帮你往外传')} url="/pkgs/rep/spread/index" />
      <Place name={i18n._('群')} what={i18n._('今天做什么，大家读了多少')} url="/pkgs/rep/groups/index" />
      <Place
        name={i18n._('我的成长')}
        what={i18n._('做成了什么，被谁听到，一起定了什么')}
        url="/pkgs/rep/ladder/index"
      />
      <Place name={i18n._('套路')} what={i18n._('怎么开口，怎么接话')} url="/pkgs/rep/playbooks/index" />
      <Place name={i18n._('大家怎么看')} what={i18n._('一个问题，看想法怎么变')} url="/pkgs/rep/polls/index" />
      <Place name={i18n._('合伙人')} what={i18n._('谁愿意帮着说，该付多少')} url="/pkgs/rep/partners/index" />
      <Place name={i18n._('投稿')} what={i18n._('好做法投给总部，用上了会署名')} url="/pkgs/rep/offers/index" />
      <Place name={i18n._('导入备注')} what={i18n._('把你记的客户名字一次带进来')} url="/pkgs/rep/import/index" />
    </Card>
  )
}
