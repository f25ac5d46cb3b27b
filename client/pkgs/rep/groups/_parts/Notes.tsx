// What was said in the group, as she wrote it down or pasted it, and what rules found in it.
import { useLingui } from '@lingui/react'
import type { ShownNote } from '@shared/contracts/file'
import { wordInstant } from '@shared/domain/day'
import type { NoteKind } from '@shared/domain/note'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { NoteSheet } from '@/features/file/NoteSheet'
import { askGroupAnew } from '@/features/group/use-groups'
import { currentLang } from '@/platform/lang'
import { heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import type { Say } from './use-say'

type Props = { groupId: string; notes: readonly ShownNote[]; say: Say }
const SHOWN = 10

function NoteRow({ note }: { note: ShownNote }) {
  const { i18n } = useLingui()
  return (
    <View className="group-said-note">
      <Text className="group-note">{wordInstant(note.at, Date.now(), currentLang())}</Text>
      {note.text === null ? (
        <Text className="group-note">{i18n._('原话没有留')}</Text>
      ) : (
        <Text className="group-text">{note.text}</Text>
      )}
      {note.hits.map((hit) => (
        <View key={`${hit.ruleId}-${hit.at}`} className="group-hit">
          <Chip tone="warm">{i18n._('商机：{name}（“{word}”）', { name: hit.name, word: hit.word })}</Chip>
          {hit.talk !== '' && <Text className="group-note">{hit.talk}</Text>}
        </View>
      ))}
    </View>
  )
}

export function Notes({ groupId, notes, say }: Props) {
  const { i18n } = useLingui()
  const [kind, setKind] = useState<NoteKind | null>(null)
  const close = () => {
    setKind(null)
    askGroupAnew(groupId)
  }
  return (
    <Card>
      <View className="group-part" {...heading(2)}>
        {i18n._('群里说了什么')}
      </View>
      {notes.slice(0, SHOWN).map((note) => (
        <NoteRow key={note.noteId} note={note} />
      ))}
      <View className="group-acts">
        <Button id="paste-group" kind="plain" small onTap={() => setKind('group')}>
          {i18n._('粘贴群里的话')}
        </Button>
        <Button id="note-group" kind="quiet" small onTap={() => setKind('note')}>
          {i18n._('记一句')}
        </Button>
      </View>
      {kind !== null && (
        <NoteSheet
          about={{ contactId: null, groupId }}
          kind={kind}
          keepsWords
          onTold={({ words, back }) => {
            askGroupAnew(groupId)
            say(words, back)
          }}
          onClose={close}
        />
      )}
    </Card>
  )
}
