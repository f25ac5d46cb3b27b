// 关键人与支持: who gives to others, and what is due to whom. Below the spread, and not made of it: the spread only says whom to ask.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { wordContact } from '@/features/contact/words'
import { type KeyPerson, type KolList, useKeyPeople } from '@/features/support/use-kol'
import { wordTier } from '@/features/support/words'
import { openPage } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { tappable } from '@/ui/tap'

const openContact = (contactId: string) => openPage(`/pkgs/rep/contact/index?c=${contactId}`)

function Person({ person, tiers }: { person: KeyPerson; tiers: KolList['tiers'] }) {
  const { i18n } = useLingui()
  const name = wordContact(person.who, i18n)
  const tier = wordTier(person.tier, tiers, i18n)
  const due = person.due.map((one) => one.name).join(i18n._('、'))
  const note = due === '' ? i18n._('帮了 {n} 次', { n: person.found.count }) : i18n._('可以给：{name}', { name: due })
  return (
    <View className="spread-row" {...tappable(`${name} ${tier} ${note}`, () => openContact(person.who.contactId))}>
      <View className="spread-row-head">
        <Text className="spread-row-who">{name}</Text>
        <Text>{tier}</Text>
      </View>
      <Text className="spread-note">{note}</Text>
    </View>
  )
}

export function KeyPeople() {
  const { i18n } = useLingui()
  const { data } = useKeyPeople()
  if (!data || (data.people.length === 0 && data.mayAsk.length === 0)) return null
  return (
    <View className="spread-part">
      <View className="spread-head" {...heading(2)}>
        {i18n._('关键人与支持')}
      </View>
      <Text className="spread-note">{i18n._('等级只看她帮了谁、给了什么；转发和带来多少阅读都不算')}</Text>
      {data.people.map((person) => (
        <Person key={person.who.contactId} person={person} tiers={data.tiers} />
      ))}
      {data.mayAsk.length > 0 && (
        <>
          <Text className="spread-note">{i18n._('可以问问她们愿不愿意一起做点事')}</Text>
          {data.mayAsk.map((who) => {
            const name = wordContact(who, i18n)
            return (
              <View className="spread-row" key={who.contactId} {...tappable(name, () => openContact(who.contactId))}>
                <Text className="spread-row-who">{name}</Text>
              </View>
            )
          })}
        </>
      )}
    </View>
  )
}
