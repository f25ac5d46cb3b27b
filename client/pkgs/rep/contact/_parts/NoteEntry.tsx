// One note of the timeline: when, of what kind, what stands in it, what was found in it, its photos.
import { useLingui } from '@lingui/react'
import { wordInstant } from '@shared/domain/day'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { wordNoteKind, wordYuan } from '@/features/file/note-words'
import { dropNote } from '@/features/file/notes'
import type { ShownNote } from '@/features/file/use-sheet'
import { currentLang } from '@/platform/lang'
import { openPage } from '@/platform/nav'
import { listWaiting } from '@/platform/outbox'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { errorText } from '@/ui/error-text'
import { NotePhotos } from './NotePhotos'
import type { Say } from './use-file'

const FOLD_FROM = 90 // characters: about four lines of a phone

function Words({ text }: { text: string }) {
  const { i18n } = useLingui()
  const [whole, setWhole] = useState(false)
  const folds = text.length > FOLD_FROM
  return (
    <>
      <Text className="entry-text">{folds && !whole ? `${text.slice(0, FOLD_FROM)}…` : text}</Text>
      {folds && (
        <Button kind="quiet" small className="entry-act" onTap={() => setWhole(!whole)}>
          {whole ? i18n._('收起') : i18n._('看全文')}
        </Button>
      )}
    </>
  )
}

function Bought({ purchase }: { purchase: NonNullable<ShownNote['purchase']> }) {
  const { i18n } = useLingui()
  const { product, amountFen, cycleDays } = purchase
  const facts = [
    product,
    ...(amountFen === null ? [] : [i18n._('{yuan} 元', { yuan: wordYuan(amountFen) })]),
    ...(cycleDays === null ? [] : [i18n._('大约 {n} 天用完', { n: cycleDays })]),
  ]
  return <Text className="entry-text">{facts.join(' · ')}</Text>
}

/** Asked twice: her words cannot be brought back. */
function Drop({ onDrop }: { onDrop: () => void }) {
  const { i18n } = useLingui()
  const [sure, setSure] = useState(false)
  if (!sure)
    return (
      <Button kind="quiet" small className="entry-act" onTap={() => setSure(true)}>
        {i18n._('删掉')}
      </Button>
    )
  return (
    <View className="entry-sure">
      <Text className="file-fact">{i18n._('删掉就找不回来了')}</Text>
      <Button kind="quiet" small onTap={() => setSure(false)}>
        {i18n._('留着')}
      </Button>
      <Button kind="danger" small onTap={onDrop}>
        {i18n._('真的删掉')}
      </Button>
    </View>
  )
}

type Purchase = NonNullable<ShownNote['purchase']>

/** Written by the cloud for a deal (its id, a dash, a number): it goes when that deal is undone or given back. */
const isOfDeal = ({ noteId }: ShownNote): boolean => noteId.includes('-')

const dealPath = (contactId: string, note: ShownNote, { product, amountFen }: Purchase): string => {
  const page = `/pkgs/rep/deal/index?c=${contactId}`
  if (isOfDeal(note)) return page
  const yuan = amountFen === null ? '' : wordYuan(amountFen)
  return `${page}&n=${note.noteId}&p=${encodeURIComponent(product)}&y=${yuan}`
}

type Props = { note: ShownNote; contactId: string; say: Say }

export function NoteEntry({ note, contactId, say }: Props) {
  const { i18n } = useLingui()
  const { kind, text, purchase, photos, hits } = note
  const waits = listWaiting('note.write').some(({ payload }) => payload.noteId === note.noteId)
  const words = [...new Set(hits.map(({ word }) => word))]
  const drop = () => dropNote(contactId, note.noteId).catch((failure: unknown) => say({ words: errorText(failure) }))
  return (
    <Card>
      <View className="entry-head">
        <Text className="entry-when">{wordInstant(note.at, Date.now(), currentLang())}</Text>
        {waits && <Chip>{i18n._('等网络')}</Chip>}
        <Chip>{wordNoteKind(kind, i18n)}</Chip>
      </View>
      {purchase && <Bought purchase={purchase} />}
      {text !== null && text !== '' && <Words text={text} />}
      {text === null && <Text className="file-fact">{i18n._('原话没有保存')}</Text>}
      {words.length > 0 && (
        <View className="entry-hits">
          {words.map((word) => (
            <Chip key={word} tone="warm">
              {i18n._('商机：{name}', { name: word })}
            </Chip>
          ))}
        </View>
      )}
      {photos.length > 0 && <NotePhotos photos={photos} />}
      {purchase && (
        <Button kind="quiet" small className="entry-act" onTap={() => openPage(dealPath(contactId, note, purchase))}>
          {isOfDeal(note) ? i18n._('看成交') : i18n._('记成成交')}
        </Button>
      )}
      {!isOfDeal(note) && <Drop onDrop={() => void drop()} />}
    </Card>
  )
}
