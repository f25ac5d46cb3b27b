// A group of conditions, and groups within it: all of them, or any; each may be turned round.
import { useLingui } from '@lingui/react'
import type { ShownCircles } from '@shared/contracts/circle'
import { isLeaf, type Rule } from '@shared/domain/circle'
import { RULE_DEPTH_MAX } from '@shared/domain/circle-check'
import { Button, Checkbox, Segmented } from 'antd'
import { CircleLeaf } from './CircleLeaf'

type Props = { rule: Rule; data: ShownCircles; depth: number; onChange: (rule: Rule) => void }
const FRESH: Rule = { event: 'read', withinDays: 30, is: 'at-least', n: 1 }

/** What stands within a `not`, and whether one is around it. */
const turned = (rule: Rule): { inner: Rule; isNot: boolean } =>
  'not' in rule ? { inner: rule.not, isNot: true } : { inner: rule, isNot: false }

function Item({ rule, data, depth, onChange, onDrop }: Props & { onDrop: () => void }) {
  const { i18n } = useLingui()
  const { inner, isNot } = turned(rule)
  const change = (to: Rule, not = isNot) => onChange(not ? { not: to } : to)
  return (
    <li className="circles-item">
      <div className="circles-item-head">
        <Checkbox checked={isNot} onChange={({ target }) => change(inner, target.checked)}>
          {i18n._('不是')}
        </Checkbox>
        <Button type="text" size="small" onClick={onDrop}>
          {i18n._('去掉')}
        </Button>
      </div>
      {isLeaf(inner) ? (
        <CircleLeaf leaf={inner} data={data} onChange={change} />
      ) : (
        <CircleRule rule={inner} data={data} depth={depth} onChange={change} />
      )}
    </li>
  )
}

export function CircleRule({ rule, data, depth, onChange }: Props) {
  const { i18n } = useLingui()
  const isAny = 'any' in rule
  const parts = isAny ? rule.any : 'all' in rule ? rule.all : [rule]
  const set = (to: readonly Rule[], any = isAny) => onChange(any ? { any: to } : { all: to })
  return (
    <div className="circles-group">
      <Segmented
        value={isAny ? 'any' : 'all'}
        options={[
          { value: 'all', label: i18n._('都要符合') },
          { value: 'any', label: i18n._('符合一条就算') },
        ]}
        onChange={(how) => set(parts, how === 'any')}
      />
      <ul className="circles-items">
        {parts.map((part, at) => (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no names of their own, their place tells them apart
            key={at}
            rule={part}
            data={data}
            depth={depth + 1}
            onChange={(to) => set(parts.map((one, i) => (i === at ? to : one)))}
            onDrop={() => set(parts.filter((_, i) => i !== at))}
          />
        ))}
      </ul>
      <div className="circles-acts">
        <Button onClick={() => set([...parts, FRESH])}>{i18n._('加一个条件')}</Button>
        {depth + 2 < RULE_DEPTH_MAX && (
          <Button onClick={() => set([...parts, { any: [FRESH] }])}>{i18n._('加一组条件')}</Button>
        )}
      </div>
    </div>
  )
}
