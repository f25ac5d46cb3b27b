// What the post is about: topics with suggestions from our own posts, the worry it answers, and in which part she speaks.
import { PlusOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { TOPICS_MAX } from '@shared/domain/limits'
import { AutoComplete, Button, Select } from 'antd'
import { type TopicIdea, type TopicIdeas, useTopicIdeas } from '@/features/post/use-topics'
import { Field, Part } from './Field'
import type { PostDesk } from './use-post-desk'

function Idea({ idea, onTake }: { idea: TopicIdea; onTake: () => void }) {
  const { i18n } = useLingui()
  const { topic, posts, words } = idea
  const why =
    posts === 0
      ? i18n._('这篇里说得多，别的内容还没用过')
      : words.length === 0
        ? i18n._('在 {n} 篇里用过', { n: posts })
        : i18n._('在 {n} 篇里也谈到：{words}', { n: posts, words: words.join(i18n._('、')) })
  return (
    <li>
      <Button size="small" icon={<PlusOutlined />} aria-label={i18n._('加上话题 {topic}', { topic })} onClick={onTake}>
        {topic}
      </Button>
      <span className="desk-note">{why}</span>
    </li>
  )
}

function Ideas({ desk, ideas }: { desk: PostDesk; ideas: TopicIdeas | null }) {
  const { i18n } = useLingui()
  const { topics } = desk.form
  const left = (ideas?.topics ?? []).filter(({ topic }) => !topics.includes(topic))
  if (!desk.editable || left.length === 0 || topics.length >= TOPICS_MAX) return null
  const take = (topic: string) =>
    desk.draft.change((form) =>
      form.topics.includes(topic) ? {} : { topics: [...form.topics, topic].slice(0, TOPICS_MAX) },
    )
  return (
    <ul className="topic-ideas" aria-label={i18n._('可能的话题')}>
      {left.map((idea) => (
        <Idea key={idea.topic} idea={idea} onTake={() => take(idea.topic)} />
      ))}
    </ul>
  )
}

function Topics({ desk, ideas }: { desk: PostDesk; ideas: TopicIdeas | null }) {
  const { i18n } = useLingui()
  const { topics } = desk.form
  return (
    <div>
      <Field
        id="post-topics"
        label={i18n._('话题')}
        aside={`${topics.length}/${TOPICS_MAX}`}
        hint={i18n._('客户读了就带上的标签')}
      >
        <Select
          id="post-topics"
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={TOPICS_MAX}
          tokenSeparators={['，', '、', ',']}
          disabled={!desk.editable}
          value={topics}
          onChange={(chosen: string[]) =>
            desk.draft.change({
              topics: chosen.map((topic) => topic.trim().slice(0, 12)).filter((topic) => topic !== ''),
            })
          }
        />
      </Field>
      <Ideas desk={desk} ideas={ideas} />
    </div>
  )
}

type Before = TopicIdeas['painPoints']
type LineProps = {
  id: string
  label: string
  hint: string
  max: number
  value: string
  before: Before
  disabled: boolean
  onChange: (value: string) => void
}

/** One line, with what was written before to choose from. */
function Line({ id, label, hint, max, value, before, disabled, onChange }: LineProps) {
  const { i18n } = useLingui()
  const options = before.map(({ value: said, posts }) => ({
    value: said,
    label: i18n._('{said}（{n} 篇）', { said, n: posts }),
  }))
  return (
    <Field id={id} label={label} aside={value === '' ? undefined : `${value.length}/${max}`} hint={hint}>
      <AutoComplete
        id={id}
        options={options}
        maxLength={max}
        disabled={disabled}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        value={value}
        onChange={(next: string) => onChange(next.slice(0, max))}
      />
    </Field>
  )
}

const PAIN_POINT_MAX = 60
const PERSONA_MAX = 20

export function MeaningPart({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { form, draft } = desk
  const ideas = useTopicIdeas(desk.postId, form, desk.editable)
  return (
    <Part title={i18n._('说给谁听')}>
      <Topics desk={desk} ideas={ideas} />
      <div className="desk-pair">
        <Line
          id="post-pain"
          label={i18n._('痛点')}
          hint={i18n._('客户心里的那件难事，例如：宝宝夜里总醒')}
          max={PAIN_POINT_MAX}
          value={form.painPoint}
          before={ideas?.painPoints ?? []}
          disabled={!desk.editable}
          onChange={(painPoint) => draft.change({ painPoint })}
        />
        <Line
          id="post-persona"
          label={i18n._('身份')}
          hint={i18n._('导购以什么身份说，例如：过来人、专家')}
          max={PERSONA_MAX}
          value={form.persona}
          before={ideas?.personas ?? []}
          disabled={!desk.editable}
          onChange={(persona) => draft.change({ persona })}
        />
      </div>
    </Part>
  )
}
