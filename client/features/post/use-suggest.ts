// Other wordings of a draft's sentences from a language model: asked for, waited for or not, ticked, kept.
import type { Output } from '@shared/contracts'
import { keepWordings } from '@shared/domain/variant/suggest'
import { useRef, useState } from 'react'
import { call } from '@/platform/call'

export type Suggested = Output<'hq', 'wording.suggest'>
export type Suggestion = Suggested['sentences'][number]
export type WhyNone = NonNullable<Suggested['reason']>

export type Suggesting =
  | { phase: 'quiet' }
  | { phase: 'asking' }
  | { phase: 'failed'; error: unknown }
  | { phase: 'none'; reason: WhyNone; left: number }
  | { phase: 'there'; sentences: Suggestion[]; left: number; ticked: readonly string[] }

/** One wording of one sentence. */
export const tickOf = ({ at }: Suggestion, wording: string): string => `${at}/${wording}`

const heard = ({ from, sentences, left, reason }: Suggested): Suggesting =>
  from === 'ai' && sentences.length > 0
    ? { phase: 'there', sentences, left, ticked: [] }
    : { phase: 'none', reason: reason ?? 'ai-unusable', left }

export const useSuggest = () => {
  const [state, setState] = useState<Suggesting>({ phase: 'quiet' })
  const turn = useRef(0)
  const ask = async (text: string, lockedWords: string[]): Promise<void> => {
    turn.current += 1
    const mine = turn.current
    setState({ phase: 'asking' })
    const answered = await call('hq', 'wording.suggest', { text, lockedWords }).then(
      heard,
      (error: unknown): Suggesting => ({ phase: 'failed', error }),
    )
    if (turn.current === mine) setState(answered)
  }
  /** The call goes on in the cloud; its answer is not waited for. */
  const stop = () => {
    turn.current += 1
    setState({ phase: 'quiet' })
  }
  const tick = (key: string, on: boolean) =>
    setState((now) => {
      if (now.phase !== 'there') return now
      const others = now.ticked.filter((other) => other !== key)
      return { ...now, ticked: on ? [...others, key] : others }
    })
  /** The draft with what is ticked; null when the text is no longer what was asked about. */
  const keep = (text: string): string | null => {
    if (state.phase !== 'there') return null
    const { sentences, ticked } = state
    const kept = sentences.map((sentence) => ({
      sentence,
      kept: sentence.suggestions.filter((wording) => ticked.indexOf(tickOf(sentence, wording)) >= 0),
    }))
    return keepWordings(
      text,
      kept.filter((each) => each.kept.length > 0),
    )
  }
  return { state, ask, stop, tick, keep }
}
export type SuggestDesk = ReturnType<typeof useSuggest>
