// Under the bar: who else writes this post, what was stored meanwhile, and the way to its versions.
import { HistoryOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { timeOf } from '@shared/domain/day'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { errorText } from '@/ui/error-text'
import { useAddress } from './Address'
import type { PostDesk } from './use-post-desk'
import type { Presence } from './use-presence'

type Newer = NonNullable<Presence['stored']>

/** Somebody's newer version, where there is one; not while an own save is on its way. */
export const newerOf = (desk: PostDesk, presence: Presence | null): Newer | null => {
  const { version, phase } = desk.draft.editing
  const stored = presence?.stored ?? null
  return stored && version > 0 && stored.version > version && phase !== 'saving' ? stored : null
}

function NewerTold({ desk, newer, onLook }: { desk: PostDesk; newer: Newer; onLook: () => void }) {
  const { i18n } = useLingui()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const take = async () => {
    setBusy(true)
    await desk.draft.takeTheirs().catch((error: unknown) => setWrong(errorText(error)))
    setBusy(false)
  }
  const time = timeOf(newer.at)
  const title = newer.byMe
    ? i18n._('你在另一处 {time} 存了新的一版', { time })
    : i18n._('{name} {time} 存了新的一版', { name: newer.byName || i18n._('别人'), time })
  return (
    <Alert
      id="newer-told"
      type="info"
      showIcon
      title={wrong || title}
      action={
        <div className="desk-row">
          <Button size="small" onClick={onLook}>
            {i18n._('看改了什么')}
          </Button>
          {!desk.draft.unsaved && (
            <Button size="small" type="primary" loading={busy} onClick={() => void take()}>
              {i18n._('换成新的')}
            </Button>
          )}
        </div>
      }
    />
  )
}

type Props = { desk: PostDesk; presence: Presence | null; onLook: () => void }

export function EditorLine({ desk, presence, onLook }: Props) {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const others = presence?.others ?? []
  const newer = newerOf(desk, presence)
  const isVersions = address.view === 'versions'
  return (
    <div className="editor-line">
      <div className="desk-row editor-line-row">
        <span id="others-writing" className="desk-note" role="status">
          {others.length > 0 && i18n._('{names}也在改这篇', { names: others.join(i18n._('、')) })}
        </span>
        {desk.draft.editing.version > 0 && (
          <Button
            id="post-versions"
            size="small"
            type="text"
            icon={<HistoryOutlined />}
            onClick={() => go({ view: isVersions ? '' : 'versions', v: '' })}
          >
            {isVersions ? i18n._('回到文案') : i18n._('历史版本')}
          </Button>
        )}
      </div>
      {newer && <NewerTold desk={desk} newer={newer} onLook={onLook} />}
    </div>
  )
}
