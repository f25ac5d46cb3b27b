// How the firm is laid out, as the desk asks for it and changes it.
import type { Input, Output } from '@shared/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type Org = Output<'hq', 'org.see'>
const ORG = ['hq', 'org.see'] as const

export const useOrg = () => useQuery({ queryKey: ORG, queryFn: () => call('hq', 'org.see', {}) })

/** All throw CallError when the cloud says no. */
export const useOrgActs = () => {
  const client = useQueryClient()
  const after = async <T>(act: Promise<T>): Promise<T> => {
    const answer = await act
    await client.invalidateQueries({ queryKey: ORG })
    return answer
  }
  return {
    saveRegion: (region: Input<'hq', 'region.save'>) => after(call('hq', 'region.save', region)),
    dropRegion: (regionId: string) => after(call('hq', 'region.drop', { regionId })),
    saveStore: (store: Input<'hq', 'store.save'>) => after(call('hq', 'store.save', store)),
    saveTeam: (team: Input<'hq', 'team.save'>) => after(call('hq', 'team.save', team)),
    dropTeam: (teamId: string) => after(call('hq', 'team.drop', { teamId })),
  }
}
