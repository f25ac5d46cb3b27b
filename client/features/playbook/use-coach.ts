// How far the rep has come with her own brand, and what she ticks off herself.
import type { Output } from '@shared/contracts'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { deliver } from '@/platform/outbox'
import { queries } from '@/platform/queries'

export type Coached = Output<'rep', 'coach.see'>
export type CoachedStep = Coached['steps'][number]

const KEY = ['rep', 'coach.see'] as const

export const useCoach = (asked: boolean) =>
  useQuery({ queryKey: KEY, queryFn: () => call('rep', 'coach.see', {}), enabled: asked })

const withTick = (step: CoachedStep, id: string, ticked: boolean): CoachedStep => ({
  ...step,
  exercises: step.exercises.map((one) => (one.id === id ? { id, ticked } : one)),
})

/** Shown at once, delivered now or when there is signal again. Throws CallError when the server says no. */
export const tickExercise = async (exercise: string, on: boolean): Promise<void> => {
  queries.setQueryData<Coached>(
    KEY,
    (was) => was && { ...was, steps: was.steps.map((step) => withTick(step, exercise, on)) },
  )
  try {
    const answer = await deliver(`tick.${exercise}`, 'coach.tick', { exercise, on })
    if (answer) queries.setQueryData<Coached>(KEY, answer)
  } catch (error) {
    void queries.invalidateQueries({ queryKey: KEY })
    throw error
  }
}
