// What a group is called, what it is about, and its rules: one a line, each with its reason.
import { useLingui } from '@lingui/react'
import type { ShownGroup } from '@shared/contracts/group'
import { GROUP_NAME_MAX, GROUP_RULE_MAX, GROUP_RULES_MAX, GROUP_THEME_MAX } from '@shared/domain/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { createGroup, type GroupWords, saveGroup } from '@/features/group/use-groups'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'
import { Sheet } from '@/ui/Sheet'
import { tappable } from '@/ui/tap'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function Themes({ themes, onPick }: { themes: readonly string[]; onPick: (theme: string) => void }) {
  const { i18n } = useLingui()
  if (themes.length === 0) return null
  return (
    <View className="group-themes">
      {themes.map((theme) => (
        <View
          key={theme}
          className="group-theme"
          {...tappable(i18n._('用总部的主题 {theme}', { theme }), () => onPick(theme))}
        >
          {theme}
        </View>
      ))}
    </View>
  )
}

type Props = {
  before: GroupWords
  themes: readonly string[]
  act: string
  onSave: (words: GroupWords) => Promise<void>
}

function Form({ before, themes, act, onSave }: Props) {
  const { i18n } = useLingui()
  const [name, setName] = useState(before.name)
  const [theme, setTheme] = useState(before.theme)
  const [text, setText] = useState(before.rules.join('\n'))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const rules = linesOf(text)
  const wrongRules =
    rules.length > GROUP_RULES_MAX
      ? i18n._('最多 {n} 条', { n: GROUP_RULES_MAX })
      : rules.some((rule) => rule.length > GROUP_RULE_MAX)
        ? i18n._('一条最多 {n} 个字', { n: GROUP_RULE_MAX })
        : ''
  const save = () => {
    setBusy(true)
    setFailure(null)
    onSave({ name: name.trim(), theme: theme.trim(), rules }).catch((error: unknown) => {
      setBusy(false)
      setFailure(error)
    })
  }
  return (
    <View className="group-form">
      <Field
        id="group-name"
        label={i18n._('群名')}
        value={name}
        onChange={setName}
        placeholder={i18n._('你平时怎么叫这个群')}
        maxLength={GROUP_NAME_MAX}
        error={failure === null ? '' : errorText(failure)}
      />
      <Field
        id="group-theme"
        label={i18n._('主题，越窄越好')}
        value={theme}
        onChange={setTheme}
        placeholder={i18n._('比如 早八点育儿')}
        hint={themes.length > 0 ? i18n._('用总部的主题，每天会有安排') : ''}
        maxLength={GROUP_THEME_MAX}
      />
      <Themes themes={themes} onPick={setTheme} />
      <Field
        id="group-rules"
        label={i18n._('群规，一行一条，写上为什么')}
        value={text}
        onChange={setText}
        placeholder={i18n._('比如 不发广告：大家是来聊的')}
        hint={i18n._('最多 {n} 条', { n: GROUP_RULES_MAX })}
        error={wrongRules}
        maxLength={GROUP_RULES_MAX * (GROUP_RULE_MAX + 1)}
        lines={4}
      />
      <Button id="keep-group" busy={busy} disabled={name.trim() === '' || wrongRules !== ''} onTap={save}>
        {act}
      </Button>
    </View>
  )
}

type NewProps = { themes: readonly string[]; onClose: () => void; onMade: (groupId: string | null) => void }
const NOTHING: GroupWords = { name: '', theme: '', rules: [] }

export function NewGroupSheet({ themes, onClose, onMade }: NewProps) {
  const { i18n } = useLingui()
  return (
    <Sheet open title={i18n._('记下一个群')} closeLabel={i18n._('关上')} onClose={onClose}>
      <Form
        before={NOTHING}
        themes={themes}
        act={i18n._('记下')}
        onSave={async (words) => onMade(await createGroup(words))}
      />
    </Sheet>
  )
}

type EditProps = { group: ShownGroup; themes: readonly string[]; onClose: () => void }

export function EditGroupSheet({ group, themes, onClose }: EditProps) {
  const { i18n } = useLingui()
  const save = async (words: GroupWords): Promise<void> => {
    await saveGroup(group, words)
    onClose()
  }
  return (
    <Sheet open title={i18n._('改群名、主题和群规')} closeLabel={i18n._('关上')} onClose={onClose}>
      <Form before={group} themes={themes} act={i18n._('存好')} onSave={save} />
    </Sheet>
  )
}
