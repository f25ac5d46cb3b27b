// The items of a plan: when, what, and by which playbook or with which post.
import { useLingui } from '@lingui/react'
import { PLAN_ACT_MAX, PLAN_ITEMS_MAX } from '@shared/domain/limits'
import { PLAYBOOKS } from '@shared/domain/playbooks.data'
import { Button, Input, Select } from 'antd'
import { newItem, type PlanItemForm } from '@/features/group/plan-form'
import { useHqPlays } from '@/features/playbook/use-hq-plays'
import { usePosts } from '@/features/post/use-posts'

type Option = { value: string; label: string }
const OF_GROUPS: readonly string[] = ['group-session', 'micro-class']

/** HQ's live ones, then those that come with the product. */
const usePlayOptions = (): Option[] => {
  const { data } = useHqPlays()
  const own = (data?.playbooks ?? [])
    .filter(({ state, words }) => state === 'live' && OF_GROUPS.includes(words.scene))
    .map(({ playbookId, words }) => ({ value: playbookId, label: words.name }))
  const builtIn = PLAYBOOKS.filter(({ scene }) => OF_GROUPS.includes(scene)).map(({ _id, name }) => ({
    value: String(_id),
    label: name,
  }))
  return [...own, ...builtIn]
}

const usePostOptions = (): Option[] =>
  usePosts()
    .rows.filter(({ state }) => state === 'live')
    .map(({ postId, title }) => ({ value: postId, label: title }))

type RowProps = {
  item: PlanItemForm
  n: number
  plays: Option[]
  posts: Option[]
  onChange: (change: Partial<PlanItemForm>) => void
  onRemove: () => void
}

function Row({ item, n, plays, posts, onChange, onRemove }: RowProps) {
  const { i18n } = useLingui()
  const optional = { allowClear: true, showSearch: true, optionFilterProp: 'label' } as const
  return (
    <fieldset className="plan-item">
      <legend>{i18n._('第 {n} 件', { n })}</legend>
      <div className="plan-item-line">
        <Input
          type="time"
          className="plan-time"
          aria-label={i18n._('第 {n} 件的时间', { n })}
          value={item.time}
          onChange={(event) => onChange({ time: event.target.value })}
        />
        <Input
          aria-label={i18n._('第 {n} 件做什么', { n })}
          placeholder={i18n._('比如 发早安清单，问一句昨晚睡得好吗')}
          value={item.act}
          maxLength={PLAN_ACT_MAX}
          onChange={(event) => onChange({ act: event.target.value })}
        />
        <Button onClick={onRemove} aria-label={i18n._('去掉第 {n} 件', { n })}>
          {i18n._('去掉')}
        </Button>
      </div>
      <div className="plan-item-line">
        <Select
          {...optional}
          className="plan-with"
          aria-label={i18n._('第 {n} 件用的套路', { n })}
          placeholder={i18n._('用哪个套路（可不选）')}
          value={item.playbookId}
          options={plays}
          onChange={(playbookId: string | undefined) => onChange({ playbookId: playbookId ?? null })}
        />
        <Select
          {...optional}
          className="plan-with"
          aria-label={i18n._('第 {n} 件发的内容', { n })}
          placeholder={i18n._('发哪条内容（可不选）')}
          value={item.postId}
          options={posts}
          onChange={(postId: string | undefined) => onChange({ postId: postId ?? null })}
        />
      </div>
    </fieldset>
  )
}

/** An hour after the last one. */
const nextTime = (items: readonly PlanItemForm[]): string => {
  const hour = Number(items.at(-1)?.time.slice(0, 2) ?? 7) + 1
  return `${String(Math.min(hour, 22)).padStart(2, '0')}:00`
}

type Props = { items: PlanItemForm[]; onChange: (items: PlanItemForm[]) => void }

export function PlanItems({ items, onChange }: Props) {
  const { i18n } = useLingui()
  const [plays, posts] = [usePlayOptions(), usePostOptions()]
  return (
    <>
      {items.map((item, at) => (
        <Row
          key={item.itemId}
          item={item}
          n={at + 1}
          plays={plays}
          posts={posts}
          onChange={(change) => onChange(items.map((one) => (one === item ? { ...one, ...change } : one)))}
          onRemove={() => onChange(items.filter((one) => one !== item))}
        />
      ))}
      {items.length < PLAN_ITEMS_MAX && (
        <Button onClick={() => onChange([...items, newItem(nextTime(items))])}>{i18n._('加一件')}</Button>
      )}
    </>
  )
}
