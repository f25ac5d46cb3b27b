// A panel that comes up from the bottom for one decision or one result.
import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { describe, heading } from './a11y'
import { useDialog } from './dialog'
import { useLetters } from './letters'
import { tappable } from './tap'
import './Sheet.scss'

type Props = PropsWithChildren<{ open: boolean; title: string; closeLabel: string; onClose: () => void }>

export function Sheet({ open, title, closeLabel, onClose, children }: Props) {
  const panel = useDialog(open, onClose)
  const letters = useLetters()
  if (!open) return null
  const web = process.env.TARO_ENV === 'h5'
  return (
    <View className="sheet" {...letters}>
      {/* only the shade: round the panel it would keep a long one from being scrolled in WeChat */}
      <View className="sheet-shade" catchMove onClick={onClose} />
      <View
        ref={panel}
        className="sheet-panel"
        {...describe(web ? 'dialog' : 'region', title)}
        {...(web ? { 'aria-modal': 'true', tabIndex: -1 } : {})}
      >
        <View className="sheet-head">
          <View className="sheet-title" {...heading(2)}>
            {title}
          </View>
          <View className="sheet-close" {...tappable(closeLabel, onClose)}>
            <Text>✕</Text>
          </View>
        </View>
        {children}
      </View>
    </View>
  )
}
