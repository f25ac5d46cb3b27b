// Someone stored this post first: who stays, who becomes another post. Neither text is lost.
import { useLingui } from '@lingui/react'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import type { PostDesk } from './use-post-desk'

/** Runs one choice at a time and keeps why it failed. */
const useChoice = () => {
  const [busy, setBusy] = useState('')
  const [wrong, setWrong] = useState('')
  const run = async (name: string, what: () => Promise<unknown>) => {
    setBusy(name)
    setWrong('')
    await what().catch((error: unknown) => setWrong(errorText(error)))
    setBusy('')
  }
  return { busy, wrong, run }
}

const useAside = (desk: PostDesk) => {
  const { go } = useAddress()
  return async () => {
    const postId = await desk.draft.saveAside()
    setTimeout(() => go({ post: postId, new: '' })) // once nothing here is unsaved any more
  }
}

export function ConflictDialog({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { busy, wrong, run } = useChoice()
  const aside = useAside(desk)
  return (
    <Modal
      open={desk.draft.editing.phase === 'conflict'}
      title={i18n._('别人先存了这条内容')}
      closable={false}
      keyboard={false}
      footer={[
        <Button key="aside" loading={busy === 'aside'} disabled={busy !== ''} onClick={() => void run('aside', aside)}>
          {i18n._('保留我的另存')}
        </Button>,
        <Button
          key="theirs"
          type="primary"
          loading={busy === 'theirs'}
          disabled={busy !== ''}
          onClick={() => void run('theirs', desk.draft.takeTheirs)}
        >
          {i18n._('看对方的版本')}
        </Button>,
      ]}
    >
      <p>{i18n._('现在存着的是对方的版本，你的还没存进去。')}</p>
      <p className="desk-note">
        {i18n._('看对方的版本：你的留在这台设备上，看完还能用回来。保留我的另存：你的成为一条新内容，对方的不动。')}
      </p>
      {wrong !== '' && (
        <p className="desk-wrong" role="alert">
          {wrong}
        </p>
      )}
    </Modal>
  )
}

/** Mine, kept while theirs is shown. */
export function MineKept({ desk }: { desk: PostDesk }) {
  const { i18n } = useLingui()
  const { busy, wrong, run } = useChoice()
  const aside = useAside(desk)
  if (!desk.draft.editing.mine) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={wrong || i18n._('你没存上的改动还留在这台设备上')}
      action={
        <div className="desk-row">
          {desk.editable && (
            <Button size="small" onClick={desk.draft.takeMine}>
              {i18n._('用回我的')}
            </Button>
          )}
          <Button size="small" loading={busy === 'aside'} onClick={() => void run('aside', aside)}>
            {i18n._('另存为新内容')}
          </Button>
          <Button size="small" type="text" onClick={desk.draft.dropMine}>
            {i18n._('不要了')}
          </Button>
        </div>
      }
    />
  )
}
