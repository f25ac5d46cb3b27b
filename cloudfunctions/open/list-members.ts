// Who works here? Names and places; no telephone number is kept anywhere.
import type { MemberId } from '@shared/domain/ids'
import { pageMembers } from '../_kit/data/exported'
import type { OpenHandlers } from '../_kit/serve-http'

const PAGE = 200

export const listMembers: OpenHandlers['members.list'] = async ({ cursor }) => {
  const { members, next } = await pageMembers(cursor, PAGE)
  return {
    members: members.map(({ _id, name, role, kind, storeId, teamId, leftAt }) => ({
      ...{ memberId: _id satisfies MemberId, name, role, kind: role === 'rep' ? (kind ?? 'guide') : null },
      ...{ storeId, teamId: teamId ?? null, leftAt: leftAt ?? null },
    })),
    next,
  }
}
