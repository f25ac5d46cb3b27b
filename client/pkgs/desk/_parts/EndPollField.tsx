// One question at the end of the article, if the editor wants one: of those that customers may answer now.
import { useLingui } from '@lingui/react'
import { Select } from 'antd'
import { Field } from './Field'
import { useEndPoll } from './use-end-poll'
import type { PostDesk } from './use-post-desk'

export function EndPollField({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { form, draft, editable, refusal } = desk
  const { open, chosen, isOver, ask } = useEndPoll(desk)
  const options = open.map(({ pollId, question }) => ({ value: pollId, label: question }))
  const isListed = open.some(({ pollId }) => pollId === form.pollId)
  // the one chosen before stays to be seen by its words, whatever became of it
  const before =
    form.pollId === null || isListed ? [] : [{ value: form.pollId, label: chosen?.question ?? i18n._('已结束的问题') }]
  const over = editable && isOver ? i18n._('这个问题已结束，换一个或去掉才能发布') : null
  return (
    <Field
      id="post-poll"
      label={i18n._('文末的问题')}
      hint={i18n._('“大家怎么看”和这个问题跟在长文后面，结束后不再显示')}
      error={refusal?.field === 'poll' ? refusal.message : over}
    >
      <Select
        id="post-poll"
        aria-describedby="post-poll-say"
        allowClear
        optionFilterProp="label"
        showSearch
        placeholder={i18n._('不放')}
        notFoundContent={i18n._('现在没有客户能答的问题')}
        disabled={!editable}
        value={form.pollId}
        options={[...options, ...before]}
        onChange={(pollId?: string) => draft.change({ pollId: pollId ?? null })}
        onOpenChange={(isOpen) => isOpen && ask()}
      />
    </Field>
  )
}
