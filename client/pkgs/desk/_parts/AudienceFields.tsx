// Who gets the post: where they work and who they are, with how many that comes to.
import { useLingui } from '@lingui/react'
import { REP_KINDS, type RepKind } from '@shared/domain/member'
import { TONES, type Tone } from '@shared/domain/variant/tone'
import { Select } from 'antd'
import { useState } from 'react'
import { wordKind } from '@/features/playbook/words'
import { isForEveryone, usePlaces } from '@/features/post/use-reach'
import { wordTone } from '@/features/post/words'
import { Field } from './Field'
import { useCircles } from './use-circles'
import type { PostDesk } from './use-post-desk'

type Option = { value: string; label: string; title?: string }
type ChosenProps = {
  id: string
  label: string
  everyone: string
  options?: Option[]
  value: readonly string[]
  disabled: boolean
  onChange: (values: string[]) => void
  onOpen?: () => void
}

/** Nothing chosen asks for nothing. Without options one types one's own. */
function Chosen({ id, label, everyone, options, value, disabled, onChange, onOpen }: ChosenProps) {
  return (
    <Field id={id} label={label}>
      <Select
        id={id}
        aria-describedby={`${id}-say`}
        mode={options ? 'multiple' : 'tags'}
        allowClear
        optionFilterProp="label"
        placeholder={everyone}
        disabled={disabled}
        value={[...value]}
        options={options ?? []}
        onChange={onChange}
        onOpenChange={(open) => open && onOpen?.()}
      />
    </Field>
  )
}

function Where({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { stores, form, editable, draft } = desk
  const { regions, teams } = usePlaces()
  const disabled = !editable
  return (
    <div className="desk-pair">
      <Chosen
        id="post-regions"
        label={i18n._('发给哪些区域')}
        everyone={i18n._('全部区域')}
        options={regions.map(({ regionId, name }) => ({ value: regionId, label: name }))}
        {...{ value: form.regionIds, disabled, onChange: (regionIds) => draft.change({ regionIds }) }}
      />
      <Chosen
        id="post-stores"
        label={i18n._('发给哪些门店')}
        everyone={i18n._('全部门店')}
        options={stores.map((store) => ({
          value: store.storeId,
          label: store.name,
          title: i18n._('{company}，{reps} 位导购', { company: store.company, reps: store.reps }),
        }))}
        {...{ value: form.storeIds, disabled, onChange: (storeIds) => draft.change({ storeIds }) }}
      />
      <Chosen
        id="post-teams"
        label={i18n._('发给哪些小组')}
        everyone={i18n._('全部小组')}
        options={teams.map(({ teamId, name }) => ({ value: teamId, label: name }))}
        {...{ value: form.teamIds, disabled, onChange: (teamIds) => draft.change({ teamIds }) }}
      />
    </div>
  )
}

const LABEL_MAX = 12
const tidy = (labels: string[]): string[] =>
  [...new Set(labels.map((label) => label.trim().slice(0, LABEL_MAX)))].filter((label) => label !== '')

function Who({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { form, editable, draft } = desk
  const disabled = !editable
  return (
    <div className="desk-pair">
      <Chosen
        id="post-kinds"
        label={i18n._('发给哪类员工')}
        everyone={i18n._('不限')}
        options={REP_KINDS.map((kind) => ({ value: kind, label: wordKind(kind, i18n) }))}
        {...{ value: form.kinds, disabled, onChange: (kinds) => draft.change({ kinds: kinds as RepKind[] }) }}
      />
      <Chosen
        id="post-tones"
        label={i18n._('发给哪种人设')}
        everyone={i18n._('不限')}
        options={TONES.map((tone) => ({ value: tone, label: wordTone(i18n, tone) }))}
        {...{ value: form.tones, disabled, onChange: (tones) => draft.change({ tones: tones as Tone[] }) }}
      />
      <Chosen
        id="post-labels"
        label={i18n._('员工标签')}
        everyone={i18n._('不限，输入后回车')}
        {...{ value: form.labels, disabled, onChange: (labels) => draft.change({ labels: tidy(labels) }) }}
      />
    </div>
  )
}

/** 适合发给: said to the reps, with how many of theirs these are; it keeps the post from nobody. */
function Suits({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { form, editable, draft } = desk
  const [asked, setAsked] = useState(false)
  const { data } = useCircles(asked || form.circleIds.length > 0)
  const known = data?.circles ?? []
  const gone = form.circleIds.filter((id) => !known.some(({ circleId }) => circleId === id))
  return (
    <Chosen
      id="post-circles"
      label={i18n._('适合发给哪些圈层')}
      everyone={i18n._('不写，导购自己看着发')}
      options={[
        ...known.map(({ circleId, name }) => ({ value: circleId, label: name })),
        ...(data ? gone.map((id) => ({ value: id, label: i18n._('已删掉的圈层') })) : []),
      ]}
      onOpen={() => setAsked(true)}
      {...{ value: form.circleIds, disabled: !editable, onChange: (circleIds) => draft.change({ circleIds }) }}
    />
  )
}

export function AudienceFields({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const reach = i18n._('{stores} 家门店，{reps} 位导购', desk.audience)
  const error = desk.refusal?.field === 'audience' ? desk.refusal.message : null
  return (
    <fieldset className="desk-fields" aria-describedby="post-audience-say">
      <legend className="desk-note">{i18n._('一栏里选几个是“或”，几栏之间是“且”')}</legend>
      <Where desk={desk} />
      <Who desk={desk} />
      <Suits desk={desk} />
      <p id="post-audience-say" role="status">
        {isForEveryone(desk.form) ? i18n._('全部门店：{reach}', { reach }) : i18n._('发给：{reach}', { reach })}
      </p>
      {error && (
        <p className="desk-wrong" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
