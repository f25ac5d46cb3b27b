// Who is meant by a 工号 on a till? Reps who work here, and those who have left: an order of last month is theirs.
import type { Member } from '@shared/domain/member'
import { collection, oneOf } from '../collection'

const members = collection<Member>('members')
const FIELDS = ['role', 'storeId', 'teamId', 'code'] as const
export type Seller = Pick<Member, (typeof FIELDS)[number] | '_id'>

export const findSellers = async (codes: readonly string[]): Promise<Map<string, Seller>> => {
  const known = codes.filter((code) => code !== '')
  const found = known.length ? await members.find({ code: oneOf([...new Set(known)]) }, { fields: FIELDS }) : []
  return new Map(found.flatMap((one) => (one.code && one.role === 'rep' ? [[one.code, one] as const] : [])))
}
