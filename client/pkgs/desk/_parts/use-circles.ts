// Circles as HQ's desk asks for them, tries rules on and changes them.
import type { SavedCircle } from '@shared/contracts/circle'
import type { Rule } from '@shared/domain/circle'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

const CIRCLES = ['hq', 'circles'] as const
/** Counts come with the next round of the clock's work, within a minute or so. */
const ASK_AGAIN_MS = 15_000

export const useCircles = (enabled = true) =>
  useQuery({
    queryKey: CIRCLES,
    queryFn: () => call('hq', 'circle.list', {}),
    enabled,
    refetchInterval: ({ state }) => (state.data?.sorting ? ASK_AGAIN_MS : false),
  })

export const useCircle = (circleId: string) =>
  useQuery({ queryKey: [...CIRCLES, circleId], queryFn: () => call('hq', 'circle.see', { circleId }) })

/** rule null: there is nothing whole to look at yet. */
export const useCirclePreview = (rule: Rule | null) =>
  useQuery({
    queryKey: ['hq', 'circle-preview', JSON.stringify(rule)],
    queryFn: () => call('hq', 'circle.preview', { rule: rule ?? { all: [] } }),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
  })

/** Both throw CallError when the cloud says no. */
export const useCircleActs = () => {
  const client = useQueryClient()
  const after = async <T>(act: Promise<T>): Promise<T> => {
    const answer = await act
    await client.invalidateQueries({ queryKey: CIRCLES })
    return answer
  }
  return {
    save: (circle: SavedCircle) => after(call('hq', 'circle.save', circle)),
    drop: (circleId: string) => after(call('hq', 'circle.drop', { circleId })),
  }
}
