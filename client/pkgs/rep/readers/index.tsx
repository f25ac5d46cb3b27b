// 谁读了这篇: who of those who agreed read this post of hers, the longest reader first; the others counted.
import '../words'
import { useLingui } from '@lingui/react'
import { wordInstant, wordSpan } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Certain } from '@/features/contact/Certain'
import { type PostReaders, usePostReaders } from '@/features/contact/use-contacts'
import { bound, wordAnonymous, wordApart, wordLongest, wordReader } from '@/features/contact/words'
import { currentLang } from '@/platform/lang'
import { openPage, openTab, pageParams, TABS } from '@/platform/nav'
import { usePullRefresh, useTitle } from '@/platform/page'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { afterHan } from '@/ui/han'
import { Empty } from '@/ui/States'
import { tappable } from '@/ui/tap'
import { AboutPost } from '../_parts/AboutPost'
import './index.scss'

type Reader = PostReaders['readers'][number]

function ReaderRow({ reader }: { reader: Reader }) {
  const { i18n } = useLingui()
  const lang = currentLang()
  const who = wordReader(reader, i18n)
  const span = wordSpan(reader.totalMs, lang)
  const notes = [
    ...(reader.readings > 1 ? [i18n._('读了 {n} 次', { n: reader.readings })] : []),
    i18n._('最近{when}', { when: afterHan(wordInstant(reader.lastAt, Date.now(), lang)) }),
    ...(reader.longest ? [wordLongest(reader.longest, lang, i18n)] : []),
  ]
  const open = () => openPage(`/pkgs/rep/contact/index?c=${reader.contactId}`)
  return (
    <View className="post-reader" {...tappable([who, span, ...notes].join(' '), open)}>
      <View className="post-reader-head">
        <Text className="post-reader-who">{who}</Text>
        {reader.live && <Chip tone="ripple">{i18n._('正在读')}</Chip>}
        <Text className="post-reader-span">{bound(span)}</Text>
      </View>
      <Text className="post-reader-note">{bound(notes.join(' · '))}</Text>
      <Certain certainty={reader.certainty} />
    </View>
  )
}

function Readers({ of, postId }: { of: PostReaders; postId: string }) {
  const { i18n } = useLingui()
  const apart = wordApart(of.apart, i18n)
  return (
    <View className="post-readers">
      <View className="post-readers-title" {...heading(1)}>
        {i18n._('《{title}》', { title: of.title })}
      </View>
      <Button kind="quiet" small id="post-spread" onTap={() => openPage(`/pkgs/rep/post-spread/index?p=${postId}`)}>
        {i18n._('怎么传开的')}
      </Button>
      {of.readers.length === 0 && (
        <Empty
          title={i18n._('还没有人留下名字')}
          hint={i18n._('读者同意告知后，会出现在这里')}
          action={i18n._('去转发一篇')}
          onAction={() => openTab(TABS[0])}
        />
      )}
      {of.readers.map((reader) => (
        <ReaderRow key={reader.contactId} reader={reader} />
      ))}
      {of.more && <Text className="post-readers-note">{i18n._('读的人很多，这里是最近的一部分')}</Text>}
      <View className="post-readers-foot">
        {of.anonymous !== 0 && <Text className="post-readers-note">{bound(wordAnonymous(of.anonymous, i18n))}</Text>}
        {apart !== '' && <Text className="post-readers-note">{bound(apart)}</Text>}
      </View>
    </View>
  )
}

export default function ReadersPage() {
  const { i18n } = useLingui()
  const [postId] = useState(() => pageParams().p ?? '')
  const readers = usePostReaders(postId)
  useTitle(i18n._('谁读了这篇'))
  usePullRefresh(readers.refetch)
  return (
    <AboutPost postId={postId} path="/pkgs/rep/readers/index" asked={readers}>
      {(known) => <Readers of={known} postId={postId} />}
    </AboutPost>
  )
}
