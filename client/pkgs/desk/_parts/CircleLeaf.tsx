// One condition: what is asked of a contact, and which values or how many.
import { useLingui } from '@lingui/react'
import type { ShownCircles } from '@shared/contracts/circle'
import {
  CHOICE_FACTS,
  CIRCLE_EVENTS,
  COMPARISONS,
  type Comparison,
  type LeafRule,
  NUMBER_FACTS,
  SET_FACTS,
} from '@shared/domain/circle'
import { RULE_DAYS_MAX, RULE_N_MAX } from '@shared/domain/circle-check'
import {
  CIRCLE_FACTS,
  CIRCLE_GROUPS,
  type CircleGroup,
  COMPARISON_WORDS,
  EVENT_WORDS,
  LEVEL_LIST,
} from '@shared/domain/circle-facts.data'
import { InputNumber, Select } from 'antd'
import { currentLang } from '@/platform/lang'

type Props = { leaf: LeafRule; data: ShownCircles; onChange: (leaf: LeafRule) => void }

const askedOf = (leaf: LeafRule): string => ('event' in leaf ? leaf.event : leaf.fact)

/** A fresh condition of that kind; values are still to be chosen. */
const freshOf = (asked: string): LeafRule => {
  const event = CIRCLE_EVENTS.find((one) => one === asked)
  if (event) return { event, withinDays: 90, is: 'at-least', n: 1 }
  const choice = CHOICE_FACTS.find((one) => one === asked)
  if (choice) return { fact: choice, oneOf: [] }
  const set = SET_FACTS.find((one) => one === asked)
  return set
    ? { fact: set, anyOf: [] }
    : { fact: NUMBER_FACTS.find((one) => one === asked) ?? 'level', is: 'at-least', n: 1 }
}

const groupsOf = () => {
  const lang = currentLang()
  const all = [
    ...[...CHOICE_FACTS, ...SET_FACTS, ...NUMBER_FACTS].map((id) => ({ id: id as string, ...CIRCLE_FACTS[id] })),
    ...CIRCLE_EVENTS.map((id) => ({ id: id as string, ...EVENT_WORDS[id] })),
  ]
  return (Object.keys(CIRCLE_GROUPS) as CircleGroup[]).map((group) => ({
    label: CIRCLE_GROUPS[group][lang],
    options: all.filter((one) => one.group === group).map((one) => ({ value: one.id, label: one[lang] })),
  }))
}

function Values({
  leaf,
  data,
  onChange,
}: Props & { leaf: Extract<LeafRule, { oneOf: unknown } | { anyOf: unknown }> }) {
  const { i18n } = useLingui()
  const { choices } = CIRCLE_FACTS[leaf.fact]
  const places = leaf.fact === 'storeId' ? data.stores : leaf.fact === 'teamId' ? data.teams : null
  const known = leaf.fact === 'topics' ? data.topics.map((topic) => ({ value: topic, label: topic })) : []
  const options =
    choices?.map((choice) => ({ value: choice.id, label: choice[currentLang()] })) ??
    places?.map(({ id, name }) => ({ value: id, label: name })) ??
    known
  return (
    <Select
      className="circles-values"
      mode={choices || places ? 'multiple' : 'tags'}
      aria-label={i18n._('值')}
      placeholder={i18n._('选一个或几个')}
      value={[...('oneOf' in leaf ? leaf.oneOf : leaf.anyOf)]}
      options={options}
      optionFilterProp="label"
      onChange={(values: string[]) =>
        onChange('oneOf' in leaf ? { ...leaf, oneOf: values } : { ...leaf, anyOf: values })
      }
    />
  )
}

function Amount({ leaf, onChange }: { leaf: Extract<LeafRule, { is: Comparison }>; onChange: Props['onChange'] }) {
  const { i18n } = useLingui()
  const lang = currentLang()
  const isLevel = 'fact' in leaf && leaf.fact === 'level'
  return (
    <>
      <Select
        aria-label={i18n._('怎么比')}
        value={leaf.is}
        options={COMPARISONS.map((is) => ({ value: is, label: COMPARISON_WORDS[is][lang] }))}
        onChange={(is: Comparison) => onChange({ ...leaf, is })}
      />
      {isLevel ? (
        <Select
          aria-label={i18n._('层级')}
          value={leaf.n}
          options={LEVEL_LIST.map((words, n) => ({ value: n, label: words[lang] }))}
          onChange={(n: number) => onChange({ ...leaf, n })}
        />
      ) : (
        <InputNumber
          aria-label={i18n._('多少')}
          min={0}
          max={RULE_N_MAX}
          precision={0}
          value={leaf.n}
          onChange={(n) => onChange({ ...leaf, n: n ?? 0 })}
        />
      )}
    </>
  )
}

export function CircleLeaf({ leaf, data, onChange }: Props) {
  const { i18n } = useLingui()
  return (
    <div className="circles-leaf">
      <Select
        aria-label={i18n._('看什么')}
        showSearch
        optionFilterProp="label"
        value={askedOf(leaf)}
        options={groupsOf()}
        onChange={(asked: string) => onChange(freshOf(asked))}
      />
      {'event' in leaf && (
        <InputNumber
          aria-label={i18n._('几天内')}
          min={1}
          max={RULE_DAYS_MAX}
          precision={0}
          value={leaf.withinDays}
          suffix={i18n._('天内')}
          onChange={(days) => onChange({ ...leaf, withinDays: days ?? 1 })}
        />
      )}
      {'is' in leaf ? (
        <Amount leaf={leaf} onChange={onChange} />
      ) : (
        <Values leaf={leaf} data={data} onChange={onChange} />
      )}
    </div>
  )
}
