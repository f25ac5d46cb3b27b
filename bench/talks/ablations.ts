// What of the product's rule can be left out, to see what carries it? Facts without one kind of evidence, a rule without effect.
import type { Touch } from '@shared/domain/sheet'
import type { ContactFacts } from '@shared/domain/talk'
import { type Policy, productWithout, type Without } from './policies'

type Facts = (facts: ContactFacts) => ContactFacts

const withTouches =
  (change: (touches: readonly Touch[]) => Touch[]): Facts =>
  (facts) => ({ ...facts, sheet: { ...facts.sheet, touches: change(facts.sheet.touches) } })

/** Real contact is told as a purchase: it still counts as contact, and no gap follows it. */
const withoutGap = (touches: readonly Touch[]): Touch[] =>
  touches.map((touch) =>
    touch.how === 'talked' || touch.how === 'booked' || touch.how === 'dealt' ? { ...touch, how: 'purchase' } : touch,
  )
const withoutSilence = (touches: readonly Touch[]): Touch[] => touches.filter(({ how }) => how !== 'silent')
const withoutUnfit = (touches: readonly Touch[]): Touch[] => touches.filter(({ how }) => how !== 'unfit')
const withoutQuiet: Facts = (facts) => ({ ...facts, sheet: { ...facts.sheet, quiet: null } })
const withoutCompany: Facts = (facts) => ({ ...facts, sheet: { ...facts.sheet, value: null } })

const withoutRest: Facts = (facts) =>
  withoutCompany(withoutQuiet(withTouches((touches) => withoutGap(withoutSilence(withoutUnfit(touches))))(facts)))

/** By what is left out. A reason that is off adds nothing to a talk's worth; its facts go where a rule asks for them. */
export const LEFT_OUT: Record<string, Without> = {
  promises: { reason: ['promise'], facts: (facts) => ({ ...facts, promises: [] }) },
  signals: { reason: ['signal'], facts: (facts) => ({ ...facts, signals: [] }) },
  'hot readings': { reason: ['hot'] },
  'deep readings': { reason: ['deep'] },
  'rising topics': { reason: ['rising'], facts: (facts) => ({ ...facts, tags: [] }) },
  'all that rests on reading': {
    reason: ['hot', 'deep', 'rising'],
    facts: (facts) => ({ ...facts, reads: [], tags: [] }),
  },
  repurchase: { reason: ['repurchase'] },
  'special days': { reason: ['occasion'], facts: (facts) => ({ ...facts, comings: [] }) },
  thanks: { reason: ['thanks'], facts: (facts) => ({ ...facts, brought: [] }) },
  'days after a purchase': { reason: ['lifecycle'] },
  'staying in touch': { reason: ['overdue'] },
  'her own silence': { facts: withTouches(withoutSilence) },
  'the gap after a talk': { facts: withTouches(withoutGap) },
  'asked to be left alone': { facts: withoutQuiet },
  'all rest rules': { facts: withoutRest },
  learning: { learning: false },
}

export const ABLATIONS: Record<string, Policy> = Object.fromEntries(
  Object.entries(LEFT_OUT).map(([name, without]) => [`without ${name}`, productWithout(without)]),
)
