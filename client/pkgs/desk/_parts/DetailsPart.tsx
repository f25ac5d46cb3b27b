// Where the post belongs and who gets it: column, audience, channels, how long it lasts, and whether it is an advertisement.
import { useLingui } from '@lingui/react'
import { wordRhythm } from '@shared/domain/column'
import { AutoComplete, Switch } from 'antd'
import { useColumns } from '@/features/calendar/use-calendar'
import { usePosts } from '@/features/post/use-posts'
import { AudienceFields } from './AudienceFields'
import { Field, Part } from './Field'
import { LifeFields } from './LifeFields'
import { RecallTold } from './RecallTold'
import type { PostDesk } from './use-post-desk'
import './details.scss'

const COLUMN_MAX = 20

/** Fixed ones first, then whatever was written before. */
const useKnownColumns = () => {
  const { rows } = usePosts()
  const fixed = useColumns().data?.columns ?? []
  const names = [...fixed.map(({ name }) => name), ...rows.map((row) => row.column).filter((column) => column !== '')]
  return { fixed, options: [...new Set(names)].map((value) => ({ value })) }
}

/** Written like a fixed column, it is that column. */
function ColumnField({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { fixed, options } = useKnownColumns()
  const { form, draft } = desk
  const here = fixed.find(({ columnId }) => columnId === form.columnId)
  const change = (typed: string) => {
    const column = typed.slice(0, COLUMN_MAX)
    const columnId = fixed.find(({ name }) => name === column.trim())?.columnId ?? null
    draft.change({ column, columnId })
  }
  return (
    <Field
      id="post-column"
      label={i18n._('栏目')}
      hint={here ? wordRhythm(here, i18n.locale === 'en' ? 'en' : 'zh') : i18n._('例如：早八点护肤课')}
    >
      <AutoComplete
        id="post-column"
        aria-describedby="post-column-say"
        options={options}
        maxLength={COLUMN_MAX}
        disabled={!desk.editable}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        value={form.column}
        onChange={change}
      />
    </Field>
  )
}

export function DetailsPart({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { form, draft } = desk
  return (
    <Part title={i18n._('归类和范围')}>
      {desk.post?.state === 'recalled' && <RecallTold postId={desk.postId} reason={desk.post.recallReason} />}
      <div className="desk-pair">
        <ColumnField desk={desk} />
      </div>
      <AudienceFields desk={desk} />
      <LifeFields desk={desk} />
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
