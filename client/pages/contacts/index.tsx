// 客户: who reads what I send, and when did she last?
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type Nameable, NameSheet } from '@/features/contact/NameSheet'
import { type ContactPage, type ShownContact, useContacts } from '@/features/contact/use-contacts'
import { Answered } from '@/features/member/Answered'
import { useTab } from '@/features/member/use-tab'
import { openTab, TABS } from '@/platform/nav'
import { usePullRefresh } from '@/platform/page'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { ContactRow } from './_parts/ContactRow'
import './index.scss'

const found = (pages: readonly ContactPage[], asked: string): ShownContact[] => {
  const words = asked.trim().toLowerCase()
  const all = [...new Map(pages.flatMap((page) => page.contacts).map((one) => [one.contactId, one])).values()]
  return words === '' ? all : all.filter((one) => `${one.remark ?? ''} ${one.ordinal}`.toLowerCase().includes(words))
}

export default function Contacts() {
  const { i18n } = useLingui()
  const list = useContacts()
  const [asked, setAsked] = useState('')
  const [naming, setNaming] = useState<Nameable | null>(null)
  useTab('contacts', list.refetch)
  usePullRefresh(list.refetch)

  // a search looks through everyone, not only through who is loaded
  const { hasNextPage, isFetching, isError, fetchNextPage } = list
  const searching = asked.trim() !== ''
  useEffect(() => {
    if (searching && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [searching, hasNextPage, isFetching, isError, fetchNextPage])

  return (
    <Page title={i18n._('谁在读你发的')}>
      <Answered asked={list} next={TABS[2]}>
        {({ pages }) => {
          const rows = found(pages, asked)
          if (pages.every((page) => page.contacts.length === 0)) return <Nobody />
          return (
            <View className="contacts">
              <Field
                id="search"
                label={i18n._('找人')}
                value={asked}
                onChange={setAsked}
                placeholder={i18n._('输入你起的名字')}
              />
              {rows.length === 0 && !isFetching && (
                <Empty title={i18n._('没有叫“{asked}”的客户', { asked: asked.trim() })} hint={i18n._('换个字试试')} />
              )}
              <View className="contacts-list">
                {rows.map((contact) => (
                  <ContactRow key={contact.contactId} contact={contact} onName={setNaming} />
                ))}
              </View>
              {hasNextPage && !searching && (
                <Button kind="quiet" busy={list.isFetchingNextPage} onTap={() => void fetchNextPage()}>
                  {i18n._('看更早的')}
                </Button>
              )}
            </View>
          )
        }}
      </Answered>
      <NameSheet reader={naming} onClose={() => setNaming(null)} />
    </Page>
  )
}

function Nobody() {
  const { i18n } = useLingui()
  return (
    <Empty
      title={i18n._('还没有客户')}
      hint={i18n._('读者同意告知后会出现在这里。先转发一篇给熟悉的人')}
      action={i18n._('去转发一篇')}
      onAction={() => openTab(TABS[0])}
    />
  )
}
