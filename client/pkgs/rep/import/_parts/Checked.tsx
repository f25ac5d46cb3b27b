// What would come in: bad rows named with why, same names with a choice, and one button for the rest.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { type Choice as Chosen, type Line, sentOf } from '@/features/import/import-run'
import type { useImport } from '@/features/import/use-import'
import { wordFault } from '@/features/import/words'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'

type One = ReturnType<typeof useImport>
const SHOWN_MAX = 50

function Bad({ lines }: { lines: readonly Line[] }) {
  const { i18n } = useLingui()
  if (!lines.length) return null
  return (
    <View className="import-part">
      <View className="import-head" {...heading(2)}>
        {i18n._('{n} 行有问题，不会导入', { n: lines.length })}
      </View>
      {lines.slice(0, SHOWN_MAX).map(
        ({ contactId, line, remark, fault }) =>
          fault && (
            <Text className="import-bad" key={contactId}>
              {i18n._('第 {line} 行 {remark}：{why}', { line, remark, why: wordFault(fault, i18n) })}
            </Text>
          ),
      )}
      {lines.length > SHOWN_MAX && (
        <Text className="import-note">{i18n._('还有 {n} 行', { n: lines.length - SHOWN_MAX })}</Text>
      )}
    </View>
  )
}

function Same({ line, onChoose }: { line: Line; onChoose: (choice: Chosen) => void }) {
  const { i18n } = useLingui()
  const id = line.contactId
  const options = [
    { value: 'merge' as const, name: i18n._('是同一位'), id: `merge-${id}` },
    { value: 'add' as const, name: i18n._('另一位'), id: `add-${id}` },
    { value: 'skip' as const, name: i18n._('不导'), id: `skip-${id}` },
  ]
  return (
    <View className="import-same">
      <Text>{i18n._('你已经有一位“{name}”', { name: line.same[0]?.remark ?? line.remark })}</Text>
      <Choice options={options} chosen={line.choice} onChange={onChoose} />
    </View>
  )
}

export function Checked({ one, lines }: { one: One; lines: readonly Line[] }) {
  const { i18n } = useLingui()
  const same = lines.filter(({ fault, same }) => fault === null && same.length > 0)
  const going = sentOf(lines).length
  return (
    <Card className="import-card">
      <Text {...describe('status')}>{i18n._('读到 {n} 行，能导入 {m} 位', { n: lines.length, m: going })}</Text>
      <Bad lines={lines.filter(({ fault }) => fault !== null)} />
      {same.length > 0 && (
        <View className="import-part">
          <View className="import-head" {...heading(2)}>
            {i18n._('{n} 位和现有客户同名', { n: same.length })}
          </View>
          {same.map((line) => (
            <Same key={line.contactId} line={line} onChoose={(choice) => one.choose(line.contactId, choice)} />
          ))}
        </View>
      )}
      {one.busy && (
        <Text className="import-note" {...describe('status')}>
          {i18n._('已导入 {n} / {m}', { n: one.sent, m: going })}
        </Text>
      )}
      {one.wrong !== '' && (
        <Text className="import-bad" {...describe('alert')}>
          {i18n._('{why}。已导入的还在，接着导不会重复', { why: one.wrong })}
        </Text>
      )}
      <Button id="send" busy={one.busy} disabled={going === 0} onTap={() => void one.send()}>
        {one.wrong === '' ? i18n._('导入 {n} 位', { n: going }) : i18n._('接着导')}
      </Button>
      <Button id="anew" kind="quiet" disabled={one.busy} onTap={one.startAnew}>
        {i18n._('重新来')}
      </Button>
    </Card>
  )
}
