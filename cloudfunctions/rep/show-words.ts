// What does a rep see of her words? Her text, what was dealt to her, how it departs from HQ's, and what is left to ask for.
import type { OwnWords } from '@shared/contracts/kit'
import { type Kit, ROLLS_MAX } from '@shared/domain/kit'
import type { Member } from '@shared/domain/member'
import type { Post } from '@shared/domain/post'

export const showWords = (kit: Kit, post: Post, rep: Member): OwnWords => {
  const rolls = kit.rolls ?? 0
  return {
    text: kit.text,
    dealt: kit.dealt ?? kit.text,
    tone: kit.tone ?? rep.tone,
    lockedWords: post.lockedWords,
    rolls,
    rollsLeft: Math.max(0, ROLLS_MAX - rolls),
    changes: kit.changes ?? null,
  }
}
