// The rep's playbooks, and which of them she keeps at hand.
import type { Output } from '@shared/contracts'
import type { PlaybookId } from '@shared/domain/ids'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { deliver } from '@/platform/outbox'
import { queries } from '@/platform/queries'

type Answer = Output<'rep', 'playbook.list'>
export type ListedPlaybook = Answer['playbooks'][number]

const LIST = ['rep', 'playbook.list'] as const

export const usePlaybooks = () => useQuery({ queryKey: LIST, queryFn: () => call('rep', 'playbook.list', {}) })

const show = (change: (favourites: string[]) => string[]): void =>
  void queries.setQueryData<Answer>(LIST, (was) => was && { ...was, favourites: change(was.favourites) })

/** Shown at once, delivered now or when there is signal again. Throws CallError when the server says no. */
export const favour = async (playbookId: string, on: boolean): Promise<void> => {
  show((was) => [...was.filter((id) => id !== playbookId), ...(on ? [playbookId] : [])])
  try {
    const payload = { playbookId: playbookId as PlaybookId, on }
    const answer = await deliver(`favour.${playbookId}`, 'playbook.favour', payload)
    if (answer) show(() => answer.favourites)
  } catch (error) {
    void queries.invalidateQueries({ queryKey: LIST })
    throw error
  }
}
