// One or several of many, all in sight: what holds is marked, in words too.
import { Text, View } from '@tarojs/components'
import { tappable } from '@/ui/tap'
import './Chips.scss'

type Option<V> = { value: V; name: string }
type Props<V> = {
  id: string
  label?: string
  options: readonly Option<V>[]
  chosen: readonly V[]
  onToggle: (value: V) => void
}

export function Chips<V extends string | number>({ id, label, options, chosen, onToggle }: Props<V>) {
  const web = process.env.TARO_ENV === 'h5'
  return (
    <View className="chips-field">
      {label !== undefined && <Text className="chips-label">{label}</Text>}
      <View className="chips">
        {options.map(({ value, name }) => {
          const on = chosen.includes(value)
          const shown = on ? `✓ ${name}` : name
          return (
            <View
              key={value}
              id={`${id}-${value}`}
              className={on ? 'chips-one chips-on' : 'chips-one'}
              {...tappable(web ? name : shown, () => onToggle(value))} // WeChat's screen reader knows no pressed state
              {...(web ? { 'aria-pressed': on } : {})}
            >
              <Text>{shown}</Text>
            </View>
          )
        })}
      </View>
    </View>
  )
}
