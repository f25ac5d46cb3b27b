// HQ's playbooks as the desk asks for them.
import type { ShownPlaybook } from '@shared/contracts/playbook'
import type { PlaybookId } from '@shared/domain/ids'
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'
import { type PlayForm, toWords } from './play-form'

const LIST = ['hq', 'playbook.list'] as const

export const useHqPlays = () => useQuery({ queryKey: LIST, queryFn: () => call('hq', 'playbook.list', {}) })

/** The stored one as it stands now; null: it was never stored. */
export const askPlay = async (queries: QueryClient, playbookId: string): Promise<ShownPlaybook | null> => {
  const { playbooks } = await queries.fetchQuery({ queryKey: LIST, queryFn: () => call('hq', 'playbook.list', {}) })
  return playbooks.find((one) => one.playbookId === playbookId) ?? null
}

/** What the server answered stands in the list at once. */
const put = (queries: QueryClient, stored: ShownPlaybook): ShownPlaybook => {
  queries.setQueryData<{ playbooks: ShownPlaybook[] }>(
    LIST,
    (was) => was && { playbooks: [stored, ...was.playbooks.filter((one) => one.playbookId !== stored.playbookId)] },
  )
  return stored
}

export const savePlay = async (
  queries: QueryClient,
  playbookId: string,
  { form, baseVersion }: { form: PlayForm; baseVersion: number },
): Promise<ShownPlaybook> =>
  put(
    queries,
    await call('hq', 'playbook.save', { playbookId: playbookId as PlaybookId, baseVersion, words: toWords(form) }),
  )

type Seen = Pick<ShownPlaybook, 'playbookId' | 'version'>
const named = ({ playbookId, version }: Seen) => ({ playbookId: playbookId as PlaybookId, version })

export const publishPlay = async (queries: QueryClient, seen: Seen): Promise<ShownPlaybook> =>
  put(queries, await call('hq', 'playbook.publish', named(seen)))
export const retirePlay = async (queries: QueryClient, seen: Seen): Promise<ShownPlaybook> =>
  put(queries, await call('hq', 'playbook.retire', named(seen)))
