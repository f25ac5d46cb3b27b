// 客户: who reads what I send, when did she last, and who is warm now?
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CountedCircle } from '@/features/circle/use-own-circles'
import { type Nameable, NameSheet, NewContactSheet } from '@/features/contact/NameSheet'
import { UndoBar, useTell } from '@/features/contact/UndoBar'
import { findContacts, type Order, useContacts, useSearch } from '@/features/contact/use-contacts'
import { Answered } from '@/features/member/Answered'
import { useTab } from '@/features/member/use-tab'
import { openPage, openTab, TABS } from '@/platform/nav'
import { usePullRefresh } from '@/platform/page'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { CircleFilter } from './_parts/CircleFilter'
import { ContactRow } from './_parts/ContactRow'
import { OrderSwitch } from './_parts/OrderSwitch'
import './index.scss'

export default function Contacts() {
  const { i18n } = useLingui()
  const [order, setOrder] = useState<Order>('recent')
  const [circle, setCircle] = useState<CountedCircle | null>(null)
  const list = useContacts(order, circle?.circleId)
  const [asked, setAsked] = useState('')
  const [naming, setNaming] = useState<Nameable | null>(null)
  const [writing, setWriting] = useState(false)
  const { done, onDone } = useTell()
  useTab('contacts', list.refetch)
  usePullRefresh(list.refetch)

  const searching = useSearch(list, asked)
  const { hasNextPage, isFetching, fetchNextPage } = list

  const write = (
    <Button kind="quiet" small id="new" onTap={() => setWriting(true)}>
      {i18n._('新建客户')}
    </Button>
  )
  return (
    <Page title={i18n._('谁在读你发的')} aside={write}>
      <Answered asked={list} next={TABS[2]}>
        {({ pages }) => {
          const rows = findContacts(pages, asked)
          if (circle === null && pages.every((page) => page.contacts.length === 0)) return <Nobody />
          return (
            <View className="contacts">
              <Field
                id="search"
                label={i18n._('找人')}
                value={asked}
                onChange={setAsked}
                placeholder={i18n._('输入你起的名字')}
              />
              <CircleFilter chosen={circle} onChange={setCircle} />
              <OrderSwitch order={order} onChange={setOrder} />
              {rows.length === 0 && !isFetching && !searching && (
                <Empty title={i18n._('这个圈层里还没有你的客户')} hint={i18n._('圈层每天重新分一次')} />
              )}
              {rows.length === 0 && !isFetching && searching && (
                <Empty title={i18n._('没有叫“{asked}”的客户', { asked: asked.trim() })} hint={i18n._('换个字试试')} />
              )}
              <View className="contacts-list">
                {rows.map((contact) => (
                  <ContactRow key={contact.contactId} contact={contact} onName={setNaming} />
                ))}
              </View>
              {hasNextPage && !searching && (
                <Button kind="quiet" busy={list.isFetchingNextPage} onTap={() => void fetchNextPage()}>
                  {order === 'recent' ? i18n._('看更早的') : i18n._('再看一些')}
                </Button>
              )}
            </View>
          )
        }}
      </Answered>
      <NameSheet contact={naming} onClose={() => setNaming(null)} onDone={onDone} />
      <NewContactSheet
        open={writing}
        onClose={() => setWriting(false)}
        onMade={({ contactId }) => {
          setWriting(false)
          openPage(`/pkgs/rep/contact/index?c=${contactId}`)
        }}
      />
      <UndoBar done={done} onDone={onDone} />
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
