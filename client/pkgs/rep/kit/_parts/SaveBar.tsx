// The one primary act of the page, always in reach: save, go on saving, or save once more; beside it hand on and poster.
import { useLingui } from '@lingui/react'
import { View } from '@tarojs/components'
import { isSaving, type SaveState, savedOf } from '@/features/kit/save-state'
import { ShareButton } from '@/features/share/ShareButton'
import { Button } from '@/ui/Button'
import './SaveBar.scss'

type Props = {
  state: SaveState
  savedBefore: boolean
  held: boolean // her pictures are just being changed
  postId: string
  readerUrl: string
  onSave: () => void
  onSaveAgain: () => void
  onPoster: () => void
}

export function SaveBar({ state, savedBefore, held, postId, readerUrl, onSave, onSaveAgain, onPoster }: Props) {
  const { i18n } = useLingui()
  const [done, all] = [savedOf(state).length, state.images.length]
  const busy = isSaving(state)
  const whole = all > 0 && done === all
  const words = () => {
    if (busy) return all > 0 ? i18n._('正在存 {done}/{all}', { done, all }) : i18n._('正在复制')
    if (whole) return i18n._('再存一遍')
    if (done > 0) return i18n._('接着存，还差 {n} 张', { n: all - done })
    if (all === 0) return i18n._('复制文案')
    return savedBefore ? i18n._('再存一遍') : i18n._('保存图文')
  }
  return (
    <View className="save-bar">
      <View className="save-bar-inner">
        <Button
          id="save"
          kind={whole && !busy ? 'plain' : 'primary'}
          busy={busy}
          disabled={held}
          onTap={whole ? onSaveAgain : onSave}
        >
          {words()}
        </Button>
        <View className="save-bar-row">
          <View className="save-bar-part">
            <ShareButton postId={postId} readerUrl={readerUrl} />
          </View>
          <View className="save-bar-part">
            <Button kind="plain" onTap={onPoster} disabled={busy || held}>
              {i18n._('海报')}
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
}
