// 粘贴一段话: is there business in it? Told at once on the phone; kept only when she says whose words they are.
import { useLingui } from '@lingui/react'
import { NOTE_MAX, PASTE_MAX } from '@shared/domain/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { PickContact } from '@/features/contact/PickContact'
import { wordContact } from '@/features/contact/words'
import { NoteKept } from '@/features/file/NoteKept'
import { tryText } from '@/features/signal/try-text'
import type { ShownRule } from '@/features/signal/use-signals'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Chip } from '@/ui/Chip'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import { type PasteKind, usePaste } from './use-paste'

function FoundNow({ text, rules }: { text: string; rules: readonly ShownRule[] }) {
  const { i18n } = useLingui()
  const found = tryText(text, rules)
  return (
    <View className="found" {...describe('status')}>
      {text.trim() !== '' && found.length === 0 && <Text className="signals-note">{i18n._('没有听到商机词')}</Text>}
      {found.map(({ ruleId, name, word, talk }) => (
        <View className="found-one" key={ruleId}>
          <Chip tone="warm">{i18n._('商机：{name}', { name })}</Chip>
          <Text className="signals-note">{i18n._('因为说到“{word}”', { word })}</Text>
          {talk !== '' && <Text>{i18n._('可以聊：{talk}', { talk })}</Text>}
        </View>
      ))}
    </View>
  )
}

function Kinds({ kind, onChange }: { kind: PasteKind; onChange: (kind: PasteKind) => void }) {
  const { i18n } = useLingui()
  const kinds = [
    { value: 'words' as const, name: i18n._('她说的'), id: 'paste-words' },
    { value: 'moment' as const, name: i18n._('她的朋友圈'), id: 'paste-moment' },
    { value: 'note' as const, name: i18n._('我记的'), id: 'paste-note' },
  ]
  return <Choice options={kinds} chosen={kind} onChange={onChange} />
}

export function PasteBox({ rules }: { rules: readonly ShownRule[] }) {
  const { i18n } = useLingui()
  const paste = usePaste()
  const [picking, setPicking] = useState(false)
  const { text, whom, kept } = paste
  const isEmpty = text.trim() === ''
  if (kept)
    return (
      <Card className="paste">
        <NoteKept kept={kept} onClose={paste.startAnew} />
      </Card>
    )
  return (
    <Card className="paste">
      <View className="signals-head" {...heading(2)}>
        {i18n._('粘贴一段话')}
      </View>
      <Field
        id="paste"
        label={i18n._('她说的、她发的、你听到的')}
        value={text}
        onChange={paste.type}
        lines={3}
        maxLength={paste.kind === 'note' ? NOTE_MAX : PASTE_MAX}
        placeholder={i18n._('比如 最近想换房，先看看')}
        error={paste.error}
      />
      <FoundNow text={text} rules={rules} />
      <Kinds kind={paste.kind} onChange={paste.setKind} />
      {whom ? (
        <>
          <Button id="paste-keep" disabled={isEmpty} busy={paste.busy} onTap={() => paste.keep(whom.contactId)}>
            {i18n._('记到{who}名下', { who: wordContact(whom, i18n) })}
          </Button>
          <Button kind="quiet" onTap={() => paste.setWhom(null)}>
            {i18n._('不是她')}
          </Button>
        </>
      ) : (
        <>
          <Button id="paste-whom" kind="plain" onTap={() => setPicking(true)}>
            {i18n._('是哪位客户')}
          </Button>
          <Text className="signals-note">{i18n._('不选客户，就只在手机上看看，不保存')}</Text>
        </>
      )}
      <View {...describe('status')}>{paste.told !== '' && <Text className="signals-note">{paste.told}</Text>}</View>
      <Sheet open={picking} title={i18n._('是哪位客户')} closeLabel={i18n._('关闭')} onClose={() => setPicking(false)}>
        <PickContact
          onPick={(contact) => {
            paste.setWhom(contact)
            setPicking(false)
          }}
        />
      </Sheet>
    </Card>
  )
}
