// Who at HQ may write circles' rules?
import type { Member } from '@shared/domain/member'

export const isHqEditor = ({ role }: Pick<Member, 'role'>): boolean => role === 'editor' || role === 'approver'
