// What HQ types of a playbook, what of it is stored, and what is wrong with it line by line. Pure.
import type { PlayDraft } from '@shared/contracts/playbook'
import type { PlayFacts } from '@shared/domain/play'
import { findPlayFaults, findPlayWords, type PlayFault, type PlayFinding } from '@shared/domain/play-check'

export type PlayForm = PlayDraft
export type PlayStep = PlayForm['steps'][number]

export const BLANK_STEP: PlayStep = { name: '', say: [''], minutes: null }
export const BLANK_PLAY: PlayForm = {
  ...{ name: '', scene: 'after-reading', kinds: [], relation: null, value: null, goal: '' },
  ...{ steps: [{ ...BLANK_STEP, name: '开口' }], dos: [], donts: [], lockedWords: [] },
}

const tidy = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '')

/** As it is stored: without empty lines, and without steps in which nothing is written. */
export const toWords = (form: PlayForm): PlayDraft => ({
  ...form,
  name: form.name.trim(),
  goal: form.goal.trim(),
  steps: form.steps
    .map((step) => ({ ...step, name: step.name.trim(), say: tidy(step.say) }))
    .filter(({ name, say }) => name !== '' || say.length > 0),
  dos: tidy(form.dos),
  donts: tidy(form.donts),
})

export const samePlay = (a: PlayForm, b: PlayForm): boolean => JSON.stringify(toWords(a)) === JSON.stringify(toWords(b))

export type PlayReport = { faults: PlayFault[]; found: PlayFinding[] }

/** An empty line is not wrong yet, only unfinished. */
export const reportPlay = (form: Pick<PlayForm, 'steps' | 'lockedWords'>): PlayReport => ({
  faults: findPlayFaults(form).filter(({ reason }) => reason !== 'empty'),
  found: findPlayWords(form),
})

/** How many places keep it from going live. */
export const countBarred = ({ faults, found }: PlayReport): number =>
  faults.length + found.filter(({ severity }) => severity === 'block').length

export const changeStep = (form: PlayForm, nth: number, change: Partial<PlayStep>): Partial<PlayForm> => ({
  steps: form.steps.map((step, i) => (i === nth ? { ...step, ...change } : step)),
})

export const changeLine = (form: PlayForm, step: number, line: number, text: string): Partial<PlayForm> =>
  changeStep(form, step, { say: (form.steps[step]?.say ?? []).map((said, i) => (i === line ? text : said)) })

/** The safe wording in the place of the word, where it stands as written. */
export const takeInstead = (
  form: PlayForm,
  { step, line, at, word }: PlayFinding,
  instead: string,
): Partial<PlayForm> => {
  const text = form.steps[step]?.say[line] ?? ''
  if (text.slice(at, at + word.length) !== word) return {}
  return changeLine(form, step, line, text.slice(0, at) + instead + text.slice(at + word.length))
}

/** Facts as a rep may have them, to see how a line reads. */
export const SAMPLE_FACTS: PlayFacts = {
  topic: '换季补水',
  title: '换季护肤三步走',
  product: '舒缓面霜',
  occasion: '结婚纪念日',
  promise: '周五前发尺码表',
  signal: '换房',
  rep: '小周',
}
