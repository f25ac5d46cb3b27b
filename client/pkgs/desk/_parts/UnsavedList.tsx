// What was written on this device and never reached the cloud: told above the list, so that it is found again.
import { useLingui } from '@lingui/react'
import { type Lang, wordInstant } from '@shared/domain/day'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { forgetDraft, type LocalDraft, recallDrafts } from '@/features/post/local-draft'
import { titleOf } from '@/features/post/words'
import { useAddress } from './Address'

function Unsaved({ draft, onForget }: { draft: LocalDraft; onForget: () => void }) {
  const { i18n } = useLingui()
  const { go } = useAddress()
  const lang: Lang = i18n.locale === 'en' ? 'en' : 'zh'
  const told = { title: titleOf(i18n, draft.form), when: wordInstant(draft.at, Date.now(), lang) }
  return (
    <Alert
      type="warning"
      showIcon
      title={i18n._('“{title}”有改动没存上，{when}写的，还在这台设备上', told)}
      action={
        <div className="desk-row">
          <Button
            size="small"
            type="primary"
            onClick={() => go({ post: draft.postId, new: draft.baseVersion === 0 ? '1' : '' })}
          >
            {i18n._('接着写')}
          </Button>
          <Button size="small" type="text" onClick={onForget}>
            {i18n._('不要了')}
          </Button>
        </div>
      }
    />
  )
}

export function UnsavedList() {
  const [drafts, setDrafts] = useState(recallDrafts)
  if (drafts.length === 0) return null
  const forget = (postId: string) => {
    forgetDraft(postId)
    setDrafts(recallDrafts())
  }
  return (
    <div id="unsaved-drafts" className="desk-notices">
      {drafts.map((draft) => (
        <Unsaved key={draft.postId} draft={draft} onForget={() => forget(draft.postId)} />
      ))}
    </div>
  )
}
