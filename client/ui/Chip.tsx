// A short fact: a state, a topic, evidence. Meaning is in the words, colour only helps.
import { Text } from '@tarojs/components'
import './Chip.scss'

export type ChipTone = 'plain' | 'accent' | 'ripple' | 'warm' | 'danger'

export function Chip({ children, tone = 'plain' }: { children: string; tone?: ChipTone }) {
  return <Text className={`chip chip-${tone}`}>{children}</Text>
}
