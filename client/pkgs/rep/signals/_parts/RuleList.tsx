// Which words are listened for? Hers to add and change, HQ's to read.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Rules, ShownRule } from '@/features/signal/use-signals'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { tappable } from '@/ui/tap'
import { RuleForm } from './RuleForm'

function Rule({ rule, onTap }: { rule: ShownRule; onTap?: () => void }) {
  const { i18n } = useLingui()
  const words = rule.words.join(i18n._('、'))
  return (
    <View
      className={onTap ? 'rule rule-open' : 'rule'}
      {...(onTap ? tappable(i18n._('改“{name}”：{words}', { name: rule.name, words }), onTap) : {})}
    >
      <Text className="rule-name">{rule.name}</Text>
      <Text className="rule-words">{words}</Text>
      {rule.except.length > 0 && (
        <Text className="signals-note">{i18n._('不算：{words}', { words: rule.except.join(i18n._('、')) })}</Text>
      )}
      {rule.talk !== '' && <Text className="signals-note">{i18n._('可以聊：{talk}', { talk: rule.talk })}</Text>}
    </View>
  )
}

export function RuleList({ rules: { own, hq } }: { rules: Rules }) {
  const { i18n } = useLingui()
  const [editing, setEditing] = useState<ShownRule | 'new' | null>(null)
  const [told, setTold] = useState('')
  const done = (words: string) => {
    setEditing(null)
    setTold(words)
  }
  return (
    <View className="rules">
      <View className="signals-head signals-part" {...heading(2)}>
        {i18n._('我的商机词')}
      </View>
      {own.length === 0 && <Text className="signals-note">{i18n._('还没有。加几个你常听到的词')}</Text>}
      {own.map((rule) => (
        <Rule key={rule.ruleId} rule={rule} onTap={() => setEditing(rule)} />
      ))}
      <View {...describe('status')}>{told !== '' && <Text className="signals-note">{told}</Text>}</View>
      <Button id="rule-new" kind="plain" onTap={() => setEditing('new')}>
        {i18n._('加一条')}
      </Button>
      {hq.length > 0 && (
        <View className="signals-head signals-part" {...heading(2)}>
          {i18n._('总部的商机词')}
        </View>
      )}
      {hq.map((rule) => (
        <Rule key={rule.ruleId} rule={rule} />
      ))}
      <Sheet
        open={editing !== null}
        title={editing === 'new' ? i18n._('加一条商机词') : i18n._('改商机词')}
        closeLabel={i18n._('关闭')}
        onClose={() => setEditing(null)}
      >
        {editing !== null && <RuleForm rule={editing === 'new' ? null : editing} onDone={done} />}
      </Sheet>
    </View>
  )
}
