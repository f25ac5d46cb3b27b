// Not quite her pictures? Another set, as long as there is one.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OpenedKit } from '@/features/kit/use-kits'
import { Button } from '@/ui/Button'
import { AnotherNote, AskFirst } from './Another'
import './PictureActs.scss'

type Asking = { busy: boolean; error: string; ask: () => Promise<void> }
type Props = { kit: OpenedKit; offline: boolean; saving: boolean; savedBefore: boolean; repaint: Asking }

/** `savedBefore`: some of this set is in her album already. */
export function PictureActs({ kit, offline, saving, savedBefore, repaint }: Props) {
  const { i18n } = useLingui()
  const [asks, setAsks] = useState(false)
  const usedUp = kit.pictureRollsLeft === 0
  if (kit.images.length === 0) return null
  const note = () => {
    if (usedUp) return i18n._('这篇的图没有别的换法了')
    if (offline) return i18n._('没有网络，连上后才能换')
    return i18n._('还能换 {n} 套', { n: kit.pictureRollsLeft })
  }
  const change = () => {
    setAsks(false)
    void repaint.ask()
  }
  return (
    <View className="picture-acts">
      <Button
        id="repaint"
        kind="plain"
        busy={repaint.busy}
        disabled={usedUp || offline || saving}
        onTap={savedBefore ? () => setAsks(true) : change}
      >
        {usedUp ? i18n._('没有别的图了') : i18n._('换一套图')}
      </Button>
      <AnotherNote note={note()} error={repaint.error} />
      {asks && (
        <AskFirst
          title={i18n._('这套已经存过了')}
          text={i18n._('换一套后要重新存。相册里存过的那套，发的时候别选混')}
          keep={i18n._('留着这套')}
          onNo={() => setAsks(false)}
          onYes={change}
        />
      )}
    </View>
  )
}
