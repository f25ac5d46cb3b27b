// Someone stored this playbook first: theirs is shown, mine becomes another one, or waits beside it. Neither is lost.
import { useLingui } from '@lingui/react'
import { Alert, Button, Modal } from 'antd'
import type { PlayDesk } from '@/features/playbook/use-play-draft'
import { useAddress } from './Address'

const useAside = (desk: PlayDesk) => {
  const { go } = useAddress()
  return async () => {
    const play = await desk.saveAside()
    if (play) setTimeout(() => go({ play, from: '' })) // once nothing here is unsaved any more
  }
}

export function PlaybookConflict({ desk }: { desk: PlayDesk }) {
  const { i18n } = useLingui()
  const aside = useAside(desk)
  return (
    <Modal
      open={desk.phase === 'conflict'}
      title={i18n._('别人先改了这个套路')}
      closable={false}
      keyboard={false}
      footer={[
        <Button key="aside" onClick={() => void aside()}>
          {i18n._('保留我的另存')}
        </Button>,
        <Button key="theirs" type="primary" onClick={() => void desk.takeTheirs()}>
          {i18n._('看对方的版本')}
        </Button>,
      ]}
    >
      <p>{i18n._('现在存着的是对方的版本，你的还没存进去。')}</p>
      <p className="desk-note">
        {i18n._('看对方的版本：你的留在这台设备上，看完还能用回来。保留我的另存：你的成为一个新套路，对方的不动。')}
      </p>
    </Modal>
  )
}

/** Mine, kept while theirs is shown. */
export function PlaybookMine({ desk }: { desk: PlayDesk }) {
  const { i18n } = useLingui()
  const aside = useAside(desk)
  if (!desk.mine) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={i18n._('你没存上的改动还留在这台设备上')}
      action={
        <div className="desk-row">
          {desk.editable && (
            <Button size="small" onClick={desk.takeMine}>
              {i18n._('用回我的')}
            </Button>
          )}
          <Button size="small" onClick={() => void aside()}>
            {i18n._('另存为新套路')}
          </Button>
          <Button size="small" type="text" onClick={desk.dropMine}>
            {i18n._('不要了')}
          </Button>
        </div>
      }
    />
  )
}
