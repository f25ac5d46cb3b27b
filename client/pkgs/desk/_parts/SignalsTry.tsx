// 试一试: what would a rep be told of this text, with the rules as they are now?
import { useLingui } from '@lingui/react'
import type { ShownRule } from '@shared/contracts/signal'
import { Input, Tag } from 'antd'
import { useState } from 'react'
import { tryText } from '@/features/signal/try-text'

const TRIED_MAX = 500

export function SignalsTry({ rules }: { rules: readonly ShownRule[] }) {
  const { i18n } = useLingui()
  const [text, setText] = useState('')
  const found = tryText(text, rules)
  return (
    <div className="signals-try">
      <h2 className="desk-part-title">{i18n._('试一试')}</h2>
      <Input.TextArea
        aria-label={i18n._('试一段话')}
        value={text}
        maxLength={TRIED_MAX}
        rows={4}
        placeholder={i18n._('比如 她说最近想换房，先看看')}
        onChange={(event) => setText(event.target.value)}
      />
      <div role="status" className="signals-found">
        {text.trim() !== '' && found.length === 0 && <p className="desk-note">{i18n._('没有听到商机词')}</p>}
        {found.map(({ ruleId, name, word, talk }) => (
          <p key={ruleId}>
            <Tag color="orange">{i18n._('商机：{name}', { name })}</Tag>
            {i18n._('因为说到“{word}”', { word })}
            {talk !== '' && ` · ${i18n._('可以聊：{talk}', { talk })}`}
          </p>
        ))}
      </div>
    </div>
  )
}
