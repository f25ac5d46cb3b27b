// Which of her contacts? A search, the list, and a new one when she is not there yet.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { currentLang } from '@/platform/lang'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { Failed, Skeleton } from '@/ui/States'
import { tappable } from '@/ui/tap'
import { NewContactForm } from './NameSheet'
import { findContacts, type ShownContact, useContacts, useSearch } from './use-contacts'
import { wordContact } from './words'
import './PickContact.scss'

type Props = {
  onPick: (contact: ShownContact) => unknown
  not?: readonly string[]
  mayWrite?: boolean
  circleId?: string
}

const SHOWN_MAX = 30

function Row({ contact, onTap }: { contact: ShownContact; onTap: () => void }) {
  const { i18n } = useLingui()
  const who = wordContact(contact, i18n)
  const last =
    contact.lastReadAt === null
      ? i18n._('还没见她读过')
      : i18n._('最近一次读：{when}', { when: wordInstant(contact.lastReadAt, Date.now(), currentLang()) })
  return (
    <View className="pick-row" {...tappable(`${who} ${last}`, onTap)}>
      <Text className="pick-who">{who}</Text>
      <Text className="pick-last">{last}</Text>
    </View>
  )
}

/** `not`: contacts that make no sense here. `circleId`: only who is in that circle. */
export function PickContact({ onPick, not = [], mayWrite = true, circleId = '' }: Props) {
  const { i18n } = useLingui()
  const list = useContacts('recent', circleId)
  const [asked, setAsked] = useState('')
  const [writing, setWriting] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const picking = useRef(false)
  const pick = async (contact: ShownContact) => {
    if (picking.current) return // the second half of a double tap picks nobody
    picking.current = true
    setFailure(null)
    try {
      await onPick(contact)
    } catch (error) {
      setFailure(error)
    } finally {
      picking.current = false
    }
  }
  useSearch(list, asked)
  if (writing) return <NewContactForm before={asked.trim()} onMade={onPick} />
  if (!list.data)
    return list.error ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton rows={2} />
  const rows = findContacts(list.data.pages, asked).filter((one) => !not.includes(one.contactId))
  return (
    <View className="pick">
      <Field
        id="pick"
        label={i18n._('找人')}
        value={asked}
        onChange={setAsked}
        placeholder={i18n._('输入你起的名字')}
      />
      {failure !== null && (
        <Text className="pick-failed" {...describe('alert')}>
          {errorText(failure)}
        </Text>
      )}
      <View className="pick-list">
        {rows.slice(0, SHOWN_MAX).map((contact) => (
          <Row key={contact.contactId} contact={contact} onTap={() => void pick(contact)} />
        ))}
      </View>
      {rows.length === 0 && !list.isFetching && <Text className="pick-last">{i18n._('没有找到，可以新写一位')}</Text>}
      {rows.length > SHOWN_MAX && (
        <Text className="pick-last">{i18n._('只列出最近 {n} 位，其他的输入名字找', { n: SHOWN_MAX })}</Text>
      )}
      {mayWrite && (
        <Button kind="plain" onTap={() => setWriting(true)}>
          {i18n._('都不是，新写一位')}
        </Button>
      )}
    </View>
  )
}
