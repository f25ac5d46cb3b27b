// A post's state in a word; the colour only helps.
import { useLingui } from '@lingui/react'
import { type PostState, wordState } from '@/features/post/words'

export function StateChip({ state }: { state: PostState }) {
  const { i18n } = useLingui()
  return <span className={`desk-chip desk-chip-${state}`}>{wordState(i18n, state)}</span>
}
