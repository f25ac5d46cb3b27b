// The picture itself with its three buttons; WeChat tells of touches on the tag, a browser on the canvas.
import { useLingui } from '@lingui/react'
import { Canvas, Text, View } from '@tarojs/components'
import { describe } from '@/ui/a11y'
import { tappable } from '@/ui/tap'
import type { Gestures } from './gestures'
import { type Picture, usePicture } from './use-picture'
import './SpreadCanvas.scss'

type Touch = { identifier: number; x: number; y: number }
type Touched = { changedTouches: readonly Touch[] }

const listening = (gestures: Gestures): Record<string, unknown> => {
  if (process.env.TARO_ENV === 'h5') return {}
  const each = (what: (touch: Touch) => void) => (event: Touched) => {
    for (const touch of event.changedTouches) what(touch)
  }
  const up = each(({ identifier }) => gestures.up(identifier))
  return {
    disableScroll: true,
    onTouchStart: each(({ identifier, x, y }) => gestures.down(identifier, x, y)),
    onTouchMove: each(({ identifier, x, y }) => gestures.move(identifier, x, y)),
    onTouchEnd: up,
    onTouchCancel: up,
  }
}

function Buttons({ nearer, farther, whole }: Picture) {
  const { i18n } = useLingui()
  return (
    <View className="spread-buttons">
      <View className="spread-button" {...tappable(i18n._('放大'), nearer)}>
        <Text>＋</Text>
      </View>
      <View className="spread-button" {...tappable(i18n._('缩小'), farther)}>
        <Text>－</Text>
      </View>
      <View className="spread-button spread-button-word" {...tappable(i18n._('看全部'), whole)}>
        <Text>{i18n._('全部')}</Text>
      </View>
    </View>
  )
}

type Props = { id: string; label: string; seen: Parameters<typeof usePicture>[1] }

export function SpreadCanvas({ id, label, seen }: Props) {
  const picture = usePicture(id, seen)
  return (
    <View className="spread-stage">
      <View className="spread-picture" {...describe('img', label)}>
        <Canvas type="2d" id={id} canvasId={id} className="spread-canvas" {...listening(picture.gestures)} />
      </View>
      <Buttons {...picture} />
    </View>
  )
}
