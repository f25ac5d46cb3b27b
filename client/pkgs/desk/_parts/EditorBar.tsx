// Above the editor: which post, whether it is stored, and what can be done with it.
import { ArrowLeftOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { timeOf } from '@shared/domain/day'
import { Button } from 'antd'
import { useState } from 'react'
import { titleOf } from '@/features/post/words'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import { PublishDialog } from './PublishDialog'
import { RecallDialog } from './RecallDialog'
import { ReviewChip, ReviewNotice } from './ReviewNotice'
import { StateChip } from './StateChip'
import { useReady, useSeePool } from './use-acts'
import type { PostDesk } from './use-post-desk'

function Stored({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { editing, unsaved } = desk.draft
  const failed = editing.phase === 'failed'
  const word = () => {
    if (editing.phase === 'saving') return i18n._('正在存')
    if (failed) return i18n._('没存上：{why}', { why: errorText(editing.error) })
    if (unsaved) return i18n._('有改动没存')
    return desk.post ? i18n._('{time} 存好了', { time: timeOf(desk.post.updatedAt) }) : ''
  }
  return (
    <span id="post-stored" className={failed ? 'desk-wrong' : 'desk-note'} role="status">
      {desk.editable ? word() : ''}
    </span>
  )
}

export function EditorBar({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const seePool = useSeePool(desk)
  const isPool = address.view === 'pool'
  const ready = useReady(desk)
  const [open, setOpen] = useState<'' | 'publish' | 'recall'>('')
  const state = desk.post?.state ?? 'draft'
  const isOut = state === 'live' || state === 'scheduled'
  return (
    <>
      <header className="desk-bar">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={i18n._('回到内容列表')}
          onClick={() => go({ post: '', new: '', view: '' })}
        />
        <div className="desk-bar-what">
          <h1 className="desk-bar-title">{titleOf(i18n, desk.form)}</h1>
          <StateChip state={state} />
          {!desk.draft.unsaved && <ReviewChip review={desk.post?.review ?? null} />}
          <Stored desk={desk} />
        </div>
        <div className="desk-bar-acts">
          <Button id="post-pool" onClick={() => (isPool ? go({ view: '' }) : void seePool())}>
            {isPool ? i18n._('回到文案') : i18n._('看样稿')}
          </Button>
          {(state === 'live' || state === 'recalled' || state === 'expired') && (
            <Button id="post-heat" onClick={() => go({ view: 'heat' })}>
              {i18n._('效果')}
            </Button>
          )}
          {isOut && (
            <Button id="post-recall" danger onClick={() => setOpen('recall')}>
              {i18n._('撤回')}
            </Button>
          )}
          {desk.editable && (
            <Button
              id="post-save"
              loading={desk.draft.editing.phase === 'saving'}
              disabled={!desk.draft.unsaved && desk.post !== null}
              onClick={() => void desk.draft.save()}
            >
              {i18n._('存草稿')}
            </Button>
          )}
          {state !== 'live' && (
            <Button id="post-publish" type="primary" onClick={() => (!desk.editable || ready()) && setOpen('publish')}>
              {state === 'scheduled' ? i18n._('改发布时间') : i18n._('发布')}
            </Button>
          )}
        </div>
        <PublishDialog desk={desk} open={open === 'publish'} onClose={() => setOpen('')} />
        <RecallDialog desk={desk} open={open === 'recall'} onClose={() => setOpen('')} />
      </header>
      {desk.post && !desk.draft.unsaved && <ReviewNotice post={desk.post} />}
    </>
  )
}
