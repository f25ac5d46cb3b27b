// One of a list too long for chips, and a day of the calendar: the phone's own wheel, or what a browser has for it.
import { Picker, Text, View } from '@tarojs/components'
import { describe } from '@/ui/a11y'
import './Pick.scss'

type Props = {
  id: string
  label: string
  names: readonly string[]
  at: number // which one of `names`
  onChange: (at: number) => void
}

/** What WeChat shows in place of its wheel until it is tapped. */
function Wheel({ label, shown }: { label: string; shown: string }) {
  return (
    <View className="pick-shown" {...describe('button', `${label} ${shown}`)}>
      <Text>{shown}</Text>
      <View className="pick-on" />
    </View>
  )
}

export function Pick({ id, label, names, at, onChange }: Props) {
  return (
    <View className="pick-field">
      <Text className="pick-label">{label}</Text>
      {process.env.TARO_ENV === 'h5' ? (
        <select
          id={id}
          className="pick-input"
          aria-label={label}
          value={at}
          onChange={({ target }) => onChange(Number(target.value))}
        >
          {names.map((name, value) => (
            <option key={name} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <Picker mode="selector" range={[...names]} value={at} onChange={({ detail }) => onChange(Number(detail.value))}>
          <Wheel label={label} shown={names[at] ?? ''} />
        </Picker>
      )}
    </View>
  )
}

type DayProps = { id: string; label: string; day: string; from?: string; onChange: (day: string) => void }

/** `day` and `from` as '2026-11-21'. */
export function PickDay({ id, label, day, from, onChange }: DayProps) {
  const change = (picked: string) => {
    if (picked !== '') onChange(picked)
  }
  return (
    <View className="pick-field">
      <Text className="pick-label">{label}</Text>
      {process.env.TARO_ENV === 'h5' ? (
        <input
          id={id}
          className="pick-input"
          type="date"
          aria-label={label}
          value={day}
          min={from}
          onChange={({ target }) => change(target.value)}
        />
      ) : (
        <Picker
          mode="date"
          value={day}
          {...(from === undefined ? {} : { start: from })}
          onChange={({ detail }) => change(String(detail.value))}
        >
          <Wheel label={label} shown={day} />
        </Picker>
      )}
    </View>
  )
}
