// One deal on its way: products by a tap, money as the list says or as typed, its kind guessed until she says otherwise.
import { useLingui } from '@lingui/react'
import { DEAL_KINDS } from '@shared/domain/deal'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Done } from '@/features/contact/UndoBar'
import { addTyped, type Prepared, toggle } from '@/features/deal/draft'
import { wordDealKind, wordMoney } from '@/features/deal/words'
import { Chips } from '@/features/file/Chips'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Lines } from './Lines'
import { type Entry, useEntry } from './use-entry'

const DAYS_BACK = [0, 1, 2, 7] as const
const NAME_MAX = 30

function Products({ entry, prepared }: { entry: Entry; prepared: Prepared }) {
  const { i18n } = useLingui()
  const { draft, change } = entry
  const [other, setOther] = useState('')
  const had = prepared.before.map(({ product }) => product)
  const listed = prepared.products.map(({ name }) => name).filter((name) => !had.includes(name))
  const typed = draft.lines.map(({ key }) => key).filter((key) => !had.includes(key) && !listed.includes(key))
  const name = other.trim()
  const add = () => {
    change(addTyped(draft, name, ''))
    setOther('')
  }
  const chips = (id: string, label: string, names: readonly string[]) =>
    names.length > 0 && (
      <Chips
        id={id}
        label={label}
        options={names.map((value) => ({ value, name: value }))}
        chosen={draft.lines.map(({ key }) => key)}
        onToggle={(value) => change(toggle(draft, value, prepared))}
      />
    )
  return (
    <>
      {chips('had', i18n._('她买过'), had)}
      {chips('listed', i18n._('商品'), listed)}
      {chips('typed', i18n._('手写的'), typed)}
      <Field
        id="other"
        label={i18n._('没有的就写名字')}
        value={other}
        onChange={setOther}
        placeholder={i18n._('比如 水光精华液')}
        maxLength={NAME_MAX}
        onConfirm={() => name !== '' && add()}
      />
      {name !== '' && (
        <Button id="add-other" kind="plain" onTap={add}>
          {i18n._('加上“{name}”', { name })}
        </Button>
      )}
    </>
  )
}

function When({ draft, change }: Entry) {
  const { i18n } = useLingui()
  const names = [i18n._('今天'), i18n._('昨天'), i18n._('前天'), i18n._('一周前')]
  return (
    <Chips
      id="deal-day"
      label={i18n._('什么时候')}
      options={DAYS_BACK.map((value, n) => ({ value, name: names[n] ?? '' }))}
      chosen={[draft.daysAgo]}
      onToggle={(daysAgo) => change({ ...draft, daysAgo })}
    />
  )
}

type Props = { prepared: Prepared; contactId: string | null; onDone: (done: Done) => void }

export function DealForm({ prepared, contactId, onDone }: Props) {
  const { i18n } = useLingui()
  const entry = useEntry(contactId, prepared, onDone)
  const { draft, change, kind, total, busy, error, save } = entry
  const some = draft.lines.length > 0
  return (
    <Card>
      <View className="deal-form">
        <Products entry={entry} prepared={prepared} />
        {some && <Lines draft={draft} onChange={change} />}
        {some && (
          <>
            <Chips
              id="deal-kind"
              label={draft.kind === null ? i18n._('算哪一种（猜的，不对就点）') : i18n._('算哪一种')}
              options={DEAL_KINDS.map((value) => ({ value, name: wordDealKind(value, i18n) }))}
              chosen={[kind]}
              onToggle={(value) => change({ ...draft, kind: value })}
            />
            <When {...entry} />
            <Text className="deal-total">{total === null ? '—' : wordMoney(total)}</Text>
          </>
        )}
        {error !== '' && (
          <Text className="deal-note" {...describe('alert')}>
            {error}
          </Text>
        )}
        <Button id="keep-deal" busy={busy} disabled={!some || total === null} onTap={save}>
          {i18n._('记下成交')}
        </Button>
      </View>
    </Card>
  )
}
