// A post's state in a word, and how far the second pair of eyes has come with it.
import { useLingui } from '@lingui/react'
import type { ReviewState } from '@shared/domain/review'
import { type PostState, wordState } from '@/features/post/words'
import { Chip, type ChipTone } from '@/ui/Chip'

const TONES: Record<PostState, ChipTone> = {
  draft: 'plain',
  scheduled: 'ripple',
  live: 'accent',
  recalled: 'danger',
  expired: 'plain',
}

export function StateChip({ state }: { state: PostState }) {
  const { i18n } = useLingui()
  return <Chip tone={TONES[state]}>{wordState(i18n, state)}</Chip>
}

const REVIEW_TONES: Record<ReviewState, ChipTone> = { submitted: 'warm', approved: 'accent', returned: 'danger' }

export function ReviewChip({ state }: { state: ReviewState }) {
  const { i18n } = useLingui()
  const words = { submitted: i18n._('等审核'), approved: i18n._('已通过'), returned: i18n._('已退回') }
  return <Chip tone={REVIEW_TONES[state]}>{words[state]}</Chip>
}
