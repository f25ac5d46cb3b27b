// 经过: everything that happened with her, newest first, by kind; the latest at once, the rest when asked for.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ContactFile } from '@/features/contact/use-contacts'
import { Chips } from '@/features/file/Chips'
import { wordEnd, wordReason } from '@/features/file/sheet-words'
import type { ContactSheet } from '@/features/file/use-sheet'
import { currentLang } from '@/platform/lang'
import { openTab, TABS } from '@/platform/nav'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { Empty } from '@/ui/States'
import { type Entry, entriesOf, FILTERS, type Filter, isOf } from './entries'
import { NoteEntry } from './NoteEntry'
import { Timed } from './Timed'
import type { Say } from './use-file'
import { wordEvent } from './word-event'
import './Timeline.scss'

const FIRST_SHOWN = 5
const MORE_SHOWN = 20

const wordFilter = (filter: Filter, i18n: I18n): string =>
  ({
    all: i18n._('全部'),
    reading: i18n._('阅读'),
    talk: i18n._('沟通'),
    note: i18n._('备忘'),
    purchase: i18n._('购买'),
    meeting: i18n._('见面'),
    photo: i18n._('照片'),
  })[filter]

type Short = Extract<Entry, { of: 'talk' | 'promise' | 'link' }>

const wordShort = (entry: Short, i18n: I18n): { kind: string | null; words: string } => {
  if (entry.of === 'promise') return { kind: i18n._('做到了'), words: entry.promise.text }
  if (entry.of === 'link') return { kind: null, words: i18n._('认人：{what}', { what: wordEvent(entry.event, i18n) }) }
  const { end, reasons } = entry.talk
  const why = reasons.map((reason) => wordReason(reason, i18n)).join(i18n._('、'))
  const words = wordEnd(end, i18n)
  return { kind: i18n._('沟通'), words: why === '' ? words : i18n._('{end}，因为{why}', { end: words, why }) }
}

function ShortEntry({ entry }: { entry: Short }) {
  const { i18n } = useLingui()
  const { kind, words } = wordShort(entry, i18n)
  return (
    <Card className="entry-short">
      <View className="entry-head">
        <Text className="entry-when">{wordInstant(entry.at, Date.now(), currentLang())}</Text>
        {kind !== null && <Chip>{kind}</Chip>}
      </View>
      <Text className="entry-text">{words}</Text>
    </Card>
  )
}

function Nothing({ filter }: { filter: Filter }) {
  const { i18n } = useLingui()
  if (filter !== 'all') return <Text className="file-fact">{i18n._('还没有这一类')}</Text>
  return (
    <Empty
      title={i18n._('还没有读过')}
      hint={i18n._('转发一篇给她，读了会出现在这里')}
      action={i18n._('去转发一篇')}
      onAction={() => openTab(TABS[0])}
    />
  )
}

type Props = { file: ContactFile; known: ContactSheet | undefined; say: Say }

export function Timeline({ file, known, say }: Props) {
  const { i18n } = useLingui()
  const [filter, setFilter] = useState<Filter>('all')
  const [most, setMost] = useState(FIRST_SHOWN)
  const entries = entriesOf(file, known).filter((entry) => isOf(entry, filter))
  const left = entries.length - most
  const choose = (next: Filter) => {
    setFilter(next)
    setMost(FIRST_SHOWN)
  }
  return (
    <>
      <View className="file-section" {...heading(2)}>
        {i18n._('经过')}
      </View>
      {known && (
        <Chips
          id="filter"
          options={FILTERS.map((value) => ({ value, name: wordFilter(value, i18n) }))}
          chosen={[filter]}
          onToggle={choose}
        />
      )}
      {entries.length === 0 && <Nothing filter={filter} />}
      {entries.slice(0, most).map((entry) => {
        if (entry.of === 'reading') return <Timed key={entry.key} reading={entry.reading} />
        if (entry.of === 'note')
          return <NoteEntry key={entry.key} note={entry.note} contactId={file.contact.contactId} say={say} />
        return <ShortEntry key={entry.key} entry={entry} />
      })}
      {left > 0 && (
        <Button kind="quiet" id="earlier" onTap={() => setMost(most + MORE_SHOWN)}>
          {i18n._('看更早的，还有 {n} 条', { n: left })}
        </Button>
      )}
    </>
  )
}
