// What was found in what she noted: which word, by which rule, what to talk about; and what could not be kept.
import type { I18n } from '@lingui/core'
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { openTab, TABS } from '@/platform/nav'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import type { KeptNote } from './use-note'
import './NoteKept.scss'

/** A word may be met several times: told once per rule. */
const oncePerRule = (hits: KeptNote['note']['hits']) => [...new Map(hits.map((hit) => [hit.ruleId, hit])).values()]

const wordNotKept = ({ groupId, hits }: KeptNote['note'], i18n: I18n): string => {
  if (groupId !== null)
    return hits.length > 0
      ? i18n._('群里的原话没有保存，只记下命中的词')
      : i18n._('群里的原话没有保存。里面也没有命中商机词')
  return hits.length > 0
    ? i18n._('她还没同意，原话没有保存，只记下命中的词')
    : i18n._('她还没同意，原话没有保存。里面也没有命中商机词')
}

export function NoteKept({ kept, onClose }: { kept: KeptNote; onClose: () => void }) {
  const { i18n } = useLingui()
  const hits = oncePerRule(kept.note.hits)
  return (
    <View className="note-kept">
      {!kept.kept && <Text>{wordNotKept(kept.note, i18n)}</Text>}
      {/* told to who cannot see it the moment it comes */}
      <View {...describe('alert')}>
        {hits.map(({ ruleId, name, word, talk }) => (
          <View className="note-hit" key={ruleId}>
            <Chip tone="warm">{i18n._('商机：{name}', { name })}</Chip>
            <Text className="note-why">{i18n._('因为说到“{word}”', { word })}</Text>
            <Text>{i18n._('可以聊：{talk}', { talk })}</Text>
          </View>
        ))}
      </View>
      {kept.talk && <Text className="note-why">{i18n._('已放进今日沟通')}</Text>}
      {kept.talk && (
        <Button
          onTap={() => {
            onClose()
            openTab(TABS[0])
          }}
        >
          {i18n._('去今日沟通')}
        </Button>
      )}
      <Button kind="plain" onTap={onClose}>
        {i18n._('知道了')}
      </Button>
    </View>
  )
}
