// One contact's file: who she is to me, since when, and what she read, part by part.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { NameSheet } from '@/features/contact/NameSheet'
import { type ContactFile, useContact } from '@/features/contact/use-contacts'
import { wordReader } from '@/features/contact/words'
import { Answered } from '@/features/member/Answered'
import { currentLang } from '@/platform/lang'
import { goBack, openTab, pageParams, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { Timed } from './_parts/Timed'
import './index.scss'

function Head({ file }: { file: ContactFile }) {
  const { i18n } = useLingui()
  const [naming, setNaming] = useState(false)
  const on = (at: number) => wordInstant(at, Date.now(), currentLang())
  return (
    <Card>
      <View className="file-head">
        <View className="file-who" {...heading(1)}>
          {wordReader(file.contact, i18n)}
        </View>
        <Button kind="quiet" small onTap={() => setNaming(true)}>
          {file.contact.remark === null ? i18n._('起个名') : i18n._('改名')}
        </Button>
      </View>
      <View className="file-fact">{i18n._('认识于 {when}', { when: on(file.contact.createdAt) })}</View>
      <View className="file-fact">{i18n._('{when} 同意让你知道她读了什么', { when: on(file.consent.givenAt) })}</View>
      <NameSheet reader={naming ? file.contact : null} onClose={() => setNaming(false)} />
    </Card>
  )
}

export default function ContactPage() {
  const { i18n } = useLingui()
  const [contactId] = useState(() => pageParams().c ?? '')
  const file = useContact(contactId)
  useTitle(file.data ? wordReader(file.data.contact, i18n) : i18n._('客户'))
  usePullRefresh(file.refetch)
  return (
    <Page>
      <BackLink onTap={() => goBack(TABS[2])}>{i18n._('返回')}</BackLink>
      {contactId === '' ? (
        <Empty
          level={1}
          title={i18n._('没找到这位客户')}
          hint={i18n._('链接可能没复制全。从“客户”点开就行')}
          action={i18n._('去客户')}
          onAction={() => openTab(TABS[2])}
        />
      ) : (
        <Answered asked={file} next={`/pkgs/rep/contact/index?c=${contactId}`}>
          {(known) => (
            <View className="file">
              <Head file={known} />
              <View className="file-section" {...heading(2)}>
                {i18n._('读过什么')}
              </View>
              {known.timeline.length === 0 && (
                <Empty title={i18n._('还没有读过')} hint={i18n._('转发一篇给她，读了会出现在这里')} />
              )}
              {known.timeline.map((reading) => (
                <Timed key={reading.readingId} reading={reading} />
              ))}
            </View>
          )}
        </Answered>
      )}
    </Page>
  )
}
