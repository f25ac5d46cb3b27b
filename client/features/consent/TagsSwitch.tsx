// May her interests be worked out from what she reads? Off until she turns it on; says in words how it stands.
import { useLingui } from '@lingui/react'
import { Text, View } from '@tarojs/components'
import { tappable } from '@/ui/tap'
import './TagsSwitch.scss'

type Props = { label: string; on: boolean; onChange: (on: boolean) => void; id?: string; busy?: boolean }

/** WeChat's screen reader knows no pressed state: there the label says it. */
const state = (label: string, stands: string, on: boolean, flip: () => void): Record<string, unknown> =>
  process.env.TARO_ENV === 'h5'
    ? { ...tappable(label, flip), role: 'switch', 'aria-checked': on ? 'true' : 'false' }
    : tappable(`${label}，${stands}`, flip)

export function TagsSwitch({ label, on, onChange, id, busy = false }: Props) {
  const { i18n } = useLingui()
  const stands = on ? i18n._('已开') : i18n._('已关')
  const flip = (): void => {
    if (!busy) onChange(!on)
  }
  return (
    <View {...(id ? { id } : {})} className="tags-switch" {...state(label, stands, on, flip)}>
      <Text className="tags-switch-label">{label}</Text>
      <Text className="tags-switch-state">{stands}</Text>
      <View className={`tags-switch-track ${on ? 'tags-switch-on' : ''} ${busy ? 'tags-switch-busy' : ''}`}>
        <View className="tags-switch-knob" />
      </View>
    </View>
  )
}
