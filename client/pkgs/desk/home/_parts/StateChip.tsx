// A post's state in a word.
import { useLingui } from '@lingui/react'
import { type PostState, wordState } from '@/features/post/words'
import { Chip, type ChipTone } from '@/ui/Chip'

const TONES: Record<PostState, ChipTone> = { draft: 'plain', scheduled: 'ripple', live: 'accent', recalled: 'danger' }

export function StateChip({ state }: { state: PostState }) {
  const { i18n } = useLingui()
  return <Chip tone={TONES[state]}>{wordState(i18n, state)}</Chip>
}
