// One rule: what it is called, which words it listens for, where they mean something else, what to talk about.
import { useLingui } from '@lingui/react'
import { SIGNAL_NAME_MAX, SIGNAL_TALK_MAX, SIGNAL_WORD_MAX, SIGNAL_WORDS_MAX } from '@shared/domain/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { splitWords } from '@/features/signal/try-text'
import { dropRule, type ShownRule, saveRule } from '@/features/signal/use-signals'
import { mintId } from '@/platform/mint'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { errorText } from '@/ui/error-text'
import { Field } from '@/ui/Field'

const NEW_DAYS = 14
const TYPED_MAX = 400

type Props = { rule: ShownRule | null; onDone: (told: string) => void }

export function RuleForm({ rule, onDone }: Props) {
  const { i18n } = useLingui()
  const [ruleId] = useState(() => rule?.ruleId ?? mintId())
  const [name, setName] = useState(rule?.name ?? '')
  const [words, setWords] = useState(rule?.words.join('、') ?? '')
  const [except, setExcept] = useState(rule?.except.join('、') ?? '')
  const [talk, setTalk] = useState(rule?.talk ?? '')
  const [error, setError] = useState('')
  const isFine = (list: readonly string[]) =>
    list.length <= SIGNAL_WORDS_MAX && list.every((word) => word.length <= SIGNAL_WORD_MAX)
  const end = (act: Promise<'kept' | 'later'>, done: string) =>
    act.then(
      (how) => onDone(how === 'later' ? i18n._('{words}，连上网就送出', { words: done }) : done),
      (failure: unknown) => setError(errorText(failure)),
    )
  const save = () => {
    const [heard, spared] = [splitWords(words), splitWords(except)]
    if (name.trim() === '' || heard.length === 0) return setError(i18n._('名字和词都要写'))
    if (!isFine(heard) || !isFine(spared))
      return setError(
        i18n._('词太长或太多：每个最多 {n} 个字，最多 {m} 个', { n: SIGNAL_WORD_MAX, m: SIGNAL_WORDS_MAX }),
      )
    const kept = { name: name.trim(), words: heard, except: spared, talk: talk.trim() }
    void end(saveRule({ ruleId, ...kept, days: rule?.days ?? NEW_DAYS, on: rule?.on ?? true }), i18n._('记下了'))
  }
  return (
    <View className="rule-form">
      <Field
        id="rule-name"
        label={i18n._('叫什么')}
        value={name}
        onChange={setName}
        maxLength={SIGNAL_NAME_MAX}
        placeholder={i18n._('比如 换房')}
      />
      <Field
        id="rule-words"
        label={i18n._('听到哪些词')}
        value={words}
        onChange={setWords}
        maxLength={TYPED_MAX}
        lines={2}
        placeholder={i18n._('比如 看房、换房、二手房')}
        hint={i18n._('用、隔开。说“不换房”这样的不算')}
      />
      <Field
        id="rule-except"
        label={i18n._('哪些不算（可不写）')}
        value={except}
        onChange={setExcept}
        maxLength={TYPED_MAX}
        placeholder={i18n._('比如 看房东')}
      />
      <Field
        id="rule-talk"
        label={i18n._('可以聊什么（可不写）')}
        value={talk}
        onChange={setTalk}
        maxLength={SIGNAL_TALK_MAX}
        placeholder={i18n._('比如 问问想换多大的')}
      />
      {error !== '' && (
        <Text className="rule-wrong" {...describe('alert')}>
          {error}
        </Text>
      )}
      <Button id="rule-save" onTap={save}>
        {i18n._('保存')}
      </Button>
      {rule && (
        <Button id="rule-drop" kind="danger" onTap={() => void end(dropRule(ruleId), i18n._('删掉了'))}>
          {i18n._('删掉这条')}
        </Button>
      )}
    </View>
  )
}
