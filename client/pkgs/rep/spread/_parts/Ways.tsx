// Through whom can she get to her? Ways through people she knows, the surest first, with a line to ask for it.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Paths, usePaths } from '@/features/spread/use-spread'
import { copyText } from '@/platform/clipboard'
import { openPage } from '@/platform/nav'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Failed, Skeleton } from '@/ui/States'
import { wordPerson } from './words'

type Way = Paths['paths'][number]

function OneWay({ way, onCopied }: { way: Way; onCopied: (done: boolean) => void }) {
  const { i18n } = useLingui()
  const ask = wordPerson(way.ask, i18n)
  const names = [i18n._('我'), ...way.people.map((person) => wordPerson(person, i18n))]
  const target = names[names.length - 1] ?? ''
  const line = i18n._('{ask}，方便的话帮我介绍一下{target}？', { ask, target })
  return (
    <View className="spread-way">
      <Text>{names.join(' → ')}</Text>
      <Text className="spread-note">{line}</Text>
      <View className="spread-acts">
        <Button small onTap={() => openPage(`/pkgs/rep/contact/index?c=${way.ask.contactId}`)}>
          {i18n._('请{ask}介绍', { ask })}
        </Button>
        <Button small kind="plain" onTap={() => void copyText(line).then(onCopied)}>
          {i18n._('复制这句')}
        </Button>
      </View>
    </View>
  )
}

export function Ways({ contactId }: { contactId: string }) {
  const { i18n } = useLingui()
  const { data, error, refetch } = usePaths(contactId)
  const [copied, setCopied] = useState('')
  const told = (done: boolean) => setCopied(done ? i18n._('复制好了') : i18n._('没复制成，长按文字复制'))
  // a way of one is a contact she knows herself: nobody is to be asked
  const ways = data?.paths.filter(({ people }) => people.length > 1)
  return (
    <View className="spread-part">
      <View className="spread-head" {...heading(3)}>
        {i18n._('谁能介绍')}
      </View>
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Skeleton rows={1} />)}
      {ways?.length === 0 && <Text className="spread-note">{i18n._('还没有经别人到她的路，直接找她聊')}</Text>}
      {ways?.map((way) => (
        <OneWay key={way.people.map(({ contactId: id }) => id).join()} way={way} onCopied={told} />
      ))}
      <View {...describe('status')}>{copied !== '' && <Text className="spread-note">{copied}</Text>}</View>
    </View>
  )
}
