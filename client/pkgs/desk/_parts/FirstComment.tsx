// The first comment under the post: how long it is, and how many lines it takes on a phone.
import { useLingui } from '@lingui/react'
import { measureFold } from '@shared/domain/fold'
import { FIRST_COMMENT_MAX } from '@shared/domain/limits'
import { Input } from 'antd'
import { Field } from './Field'
import { Findings } from './Findings'
import type { PostDesk } from './use-post-desk'

export function FirstComment({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { firstComment } = desk.form
  const { lines, folds } = measureFold(firstComment)
  return (
    <>
      <Field
        id="post-comment"
        label={i18n._('首条评论')}
        aside={
          <span id="post-comment-length">
            {lines > 0 && `${i18n._('约 {n} 行', { n: lines })} · `}
            {firstComment.length}/{FIRST_COMMENT_MAX}
          </span>
        }
        hint={folds ? i18n._('有点长，要紧的话放前两行；更多的写进长文') : i18n._('发完朋友圈，她自己在下面补的第一句')}
      >
        <Input.TextArea
          id="post-comment"
          aria-describedby="post-comment-say"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={FIRST_COMMENT_MAX}
          value={firstComment}
          onChange={(event) => desk.draft.change({ firstComment: event.target.value })}
        />
      </Field>
      <Findings desk={desk} findings={desk.found.firstComment} label={i18n._('首条评论用词')} />
    </>
  )
}
