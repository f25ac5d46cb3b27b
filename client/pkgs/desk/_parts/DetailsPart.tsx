// Where the post belongs and who gets it: column, topics, stores, and whether it is an advertisement.
import { useLingui } from '@lingui/react'
import { TOPICS_MAX } from '@shared/domain/limits'
import { AutoComplete, Select, Switch } from 'antd'
import { usePosts } from '@/features/post/use-posts'
import { Field, Part } from './Field'
import type { PostDesk } from './use-post-desk'

const useKnownColumns = (): { value: string }[] => {
  const { rows } = usePosts()
  return [...new Set(rows.map((row) => row.column).filter((column) => column !== ''))].map((value) => ({ value }))
}

function Audience({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { stores, audience, form } = desk
  const reach = i18n._('{stores} 家门店，{reps} 位导购', audience)
  return (
    <Field
      id="post-stores"
      label={i18n._('发给哪些门店')}
      hint={form.storeIds.length === 0 ? i18n._('全部门店：{reach}', { reach }) : reach}
      error={desk.refusal?.field === 'audience' ? desk.refusal.message : null}
    >
      <Select
        id="post-stores"
        aria-describedby="post-stores-say"
        mode="multiple"
        allowClear
        optionFilterProp="label"
        placeholder={i18n._('全部门店')}
        disabled={!desk.editable}
        value={form.storeIds}
        options={stores.map((store) => ({
          value: store.storeId,
          label: store.name,
          title: i18n._('{company}，{reps} 位导购', { company: store.company, reps: store.reps }),
        }))}
        onChange={(storeIds: string[]) => desk.draft.change({ storeIds })}
      />
    </Field>
  )
}

export function DetailsPart({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const columns = useKnownColumns()
  const { form, draft } = desk
  return (
    <Part title={i18n._('归类和范围')}>
      <div className="desk-pair">
        <Field id="post-column" label={i18n._('栏目')} hint={i18n._('例如：早八点护肤课')}>
          <AutoComplete
            id="post-column"
            options={columns}
            maxLength={20}
            disabled={!desk.editable}
            showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
            value={form.column}
            onChange={(column: string) => draft.change({ column: column.slice(0, 20) })}
          />
        </Field>
        <Field
          id="post-topics"
          label={i18n._('话题')}
          aside={`${form.topics.length}/${TOPICS_MAX}`}
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
            value={form.topics}
            onChange={(topics: string[]) =>
              draft.change({ topics: topics.map((topic) => topic.trim().slice(0, 12)).filter((topic) => topic !== '') })
            }
          />
        </Field>
      </div>
      <Audience desk={desk} />
      <div className="desk-switch">
        <Switch
          id="post-ad"
          checked={form.isAd}
          onChange={(isAd) => draft.change({ isAd })}
          disabled={!desk.editable}
        />
        <label htmlFor="post-ad">{i18n._('这是广告')}</label>
        <span className="desk-note">{i18n._('长文上会标明“广告”')}</span>
      </div>
    </Part>
  )
}
