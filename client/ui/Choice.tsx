// One of a few, all of them in sight: the one that holds is marked.
import { Text, View } from '@tarojs/components'
import { tappable } from './tap'
import './Choice.scss'

type Option<V> = { value: V; name: string; id: string }
type Props<V> = { options: readonly Option<V>[]; chosen: V; onChange: (value: V) => void; className?: string }

export function Choice<V extends string | boolean>({ options, chosen, onChange, className = '' }: Props<V>) {
  const web = process.env.TARO_ENV === 'h5'
  return (
    <View className={`choice ${className}`}>
      {options.map(({ value, name, id }) => {
        const on = value === chosen
        const shown = on ? `✓ ${name}` : name
        return (
          <View
            key={id}
            id={id}
            className={`choice-one ${on ? 'choice-on' : ''}`}
            {...tappable(web ? name : shown, () => onChange(value))} // WeChat's screen reader knows no pressed state
            {...(web ? { 'aria-pressed': on } : {})}
          >
            <Text>{shown}</Text>
          </View>
        )
      })}
    </View>
  )
}
