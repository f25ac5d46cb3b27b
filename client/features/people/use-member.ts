// One member as the desk sees and changes her, and the code that binds her phone.
import type { Input } from '@shared/contracts'
import type { MemberFile } from '@shared/contracts/people'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '@/platform/call'

export type MemberDraft = Input<'hq', 'member.save'>['member']
const keyOf = (memberId: string) => ['hq', 'member.see', memberId] as const

/** Asked anew whenever her drawer opens. */
export const useMember = (memberId: string, isNew: boolean) =>
  useQuery({
    queryKey: keyOf(memberId),
    queryFn: () => call('hq', 'member.see', { memberId }),
    enabled: !isNew,
    gcTime: 0,
  })

/** All throw CallError when the cloud says no. */
export const useMemberActs = () => {
  const client = useQueryClient()
  const told = async (file: MemberFile): Promise<MemberFile> => {
    client.setQueryData(keyOf(file.memberId), file)
    await client.invalidateQueries({ queryKey: ['hq', 'member.list'] })
    void client.invalidateQueries({ queryKey: ['hq', 'org.see'] })
    return file
  }
  return {
    save: async (memberId: string, rev: number, member: MemberDraft) =>
      told(await call('hq', 'member.save', { memberId, rev, member })),
    end: async (memberId: string) => told(await call('hq', 'member.end', { memberId })),
    invite: async (memberId: string) => {
      const invite = await call('hq', 'member.invite', { memberId })
      void client.invalidateQueries({ queryKey: keyOf(memberId) })
      return invite
    },
  }
}

export const draftOf = (file: MemberFile | undefined, storeId: string | null): MemberDraft => {
  const { name = '', role = 'rep', kind = 'guide', tone = 'warm', labels = [], code = '', account = '' } = file ?? {}
  return {
    ...{ name, role, kind, tone, labels, code, account },
    storeId: file ? file.storeId : storeId,
    teamId: file?.teamId ?? null,
    scope: file?.scope ?? null,
  }
}
