// What did she say when she was asked?
import type { OwnVoices } from '@shared/contracts/poll'
import { wordDay } from '@shared/domain/day'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { currentLang } from '@/platform/lang'

export type Voice = OwnVoices['voices'][number]
export const VOICES_KEY = ['reader', 'poll.voices'] as const

/** known: the cloud can be asked who she is. */
export const useVoices = (known: boolean): readonly Voice[] =>
  useQuery({ queryKey: VOICES_KEY, queryFn: () => call('reader', 'poll.voices', {}), enabled: known }).data?.voices ??
  []

/** Each choice with its day, the last one hers now. */
export const wordChoices = ({ choices }: Voice, now: number): string =>
  choices.map(({ at, text }) => `${text}（${wordDay(at, now, currentLang())}）`).join(' → ')
