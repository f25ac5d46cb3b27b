// One contact's file: who she is to me, what she cares for, by what I know her, who lives with her, and what she read.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { UndoBar, useTell } from '@/features/contact/UndoBar'
import { type ContactFile, useContact } from '@/features/contact/use-contacts'
import { wordContact } from '@/features/contact/words'
import { Answered } from '@/features/member/Answered'
import { goBack, openTab, pageParams, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { BackLink } from '@/ui/BackLink'
import { Page } from '@/ui/Page'
import { Empty } from '@/ui/States'
import { Head } from './_parts/Head'
import { Home } from './_parts/Home'
import { Interests } from './_parts/Interests'
import { Timed } from './_parts/Timed'
import { MayBe, Who } from './_parts/Who'
import './index.scss'

function Known({ file }: { file: ContactFile }) {
  const { i18n } = useLingui()
  const { done, onDone, busy, tell } = useTell()
  const acts = { file, tell, busy }
  return (
    <View className="file">
      <Head contact={file.contact} onDone={onDone} />
      <MayBe {...acts} />
      {file.readers.length > 0 && <Interests file={file} />}
      <Who {...acts} />
      <Home {...acts} />
      <View className="file-section" {...heading(2)}>
        {i18n._('读过什么')}
      </View>
      {file.timeline.length === 0 && (
        <Empty
          title={i18n._('还没有读过')}
          hint={i18n._('转发一篇给她，读了会出现在这里')}
          action={i18n._('去转发一篇')}
          onAction={() => openTab(TABS[0])}
        />
      )}
      {file.timeline.map((reading) => (
        <Timed key={reading.readingId} reading={reading} />
      ))}
      <UndoBar done={done} onDone={onDone} />
    </View>
  )
}

export default function ContactPage() {
  const { i18n } = useLingui()
  const [contactId] = useState(() => pageParams().c ?? '')
  const file = useContact(contactId)
  useTitle(file.data ? wordContact(file.data.contact, i18n) : i18n._('客户'))
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
          {(known) => <Known file={known} />}
        </Answered>
      )}
    </Page>
  )
}
