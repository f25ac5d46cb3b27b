// Writing something down, under the thumb: the three most used at once, the others one tap further.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import type { NoteKind } from '@shared/domain/note'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { NoteSheet } from '@/features/file/NoteSheet'
import { wordNoteKind } from '@/features/file/note-words'
import { openPage } from '@/platform/nav'
import { Sheet } from '@/ui/Sheet'
import { tappable } from '@/ui/tap'
import { OccasionSheet } from './OccasionSheet'
import { PromiseSheet } from './PromiseSheet'
import type { FileProps } from './use-file'
import './QuickAdd.scss'

/** deal: on a page of its own. */
type What = Exclude<NoteKind, 'moment' | 'group'> | 'promise' | 'occasion' | 'deal'

const AT_ONCE: readonly What[] = ['note', 'words', 'promise']
const FURTHER: readonly What[] = ['deal', 'occasion', 'purchase', 'meeting', 'consultation', 'delight']

const wordWhat = (what: What, i18n: I18n): string => {
  if (what === 'deal') return i18n._('成交')
  if (what === 'promise') return i18n._('承诺')
  return what === 'occasion' ? i18n._('特殊日子') : wordNoteKind(what, i18n)
}

type Written = FileProps & { what: Exclude<What, 'deal'>; onClose: () => void }

function Writing({ what, contactId, known, say, onClose }: Written) {
  if (what === 'promise') return <PromiseSheet contactId={contactId} say={say} onClose={onClose} />
  if (what === 'occasion') return <OccasionSheet contactId={contactId} before={null} say={say} onClose={onClose} />
  return (
    <NoteSheet
      about={{ contactId, groupId: null }}
      kind={what}
      keepsWords={known.keepsWords}
      onTold={say}
      onClose={onClose}
    />
  )
}

export function QuickAdd(props: FileProps) {
  const { i18n } = useLingui()
  const [open, setOpen] = useState<Exclude<What, 'deal'> | 'more' | null>(null)
  const choose = (what: What | 'more') => {
    setOpen(what === 'deal' ? null : what)
    if (what === 'deal') openPage(`/pkgs/rep/deal/index?c=${props.contactId}`)
  }
  const one = (what: What | 'more', words: string) => (
    <View key={what} id={`add-${what}`} className="quick-one" {...tappable(words, () => choose(what))}>
      <Text>{words}</Text>
    </View>
  )
  return (
    <>
      <View className="quick">
        {AT_ONCE.map((what) => one(what, wordWhat(what, i18n)))}
        {one('more', i18n._('更多'))}
      </View>
      {open === 'more' && (
        <Sheet open title={i18n._('记一笔')} closeLabel={i18n._('关上')} onClose={() => setOpen(null)}>
          <View className="quick-more">{FURTHER.map((what) => one(what, wordWhat(what, i18n)))}</View>
        </Sheet>
      )}
      {open !== null && open !== 'more' && <Writing {...props} what={open} onClose={() => setOpen(null)} />}
    </>
  )
}
