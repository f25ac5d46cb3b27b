// A panel that comes up from the bottom for one decision or one result.
import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { describe } from './a11y'
import './Sheet.scss'

type Props = PropsWithChildren<{ open: boolean; title: string; closeLabel: string; onClose: () => void }>

export function Sheet({ open, title, closeLabel, onClose, children }: Props) {
  if (!open) return null
  return (
    <View className="sheet" catchMove>
      <View className="sheet-shade" onClick={onClose} />
      <View className="sheet-panel" {...describe('region', title)}>
        <View className="sheet-head">
          <View className="sheet-title">{title}</View>
          <View className="sheet-close" onClick={onClose} {...describe('button', closeLabel)}>
            <Text>✕</Text>
          </View>
        </View>
        {children}
      </View>
    </View>
  )
}
