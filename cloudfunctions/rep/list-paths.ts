// Through whom does she reach this contact? Ways through people who each agreed, from someone she knows, the surest first.
import { openContact } from '../_kit/contact-file'
import { findSpread, listGraph } from '../_kit/data/spreads'
import type { Handler } from '../_kit/serve'
import { findWays } from '../_kit/spread-ways'

export const listPaths: Handler<'rep', 'spread.paths'> = async ({ contactId }, { caller: { member } }) => {
  const { readers } = await openContact(member._id, contactId)
  const head = await findSpread(member._id)
  if (!head || head.asOf === null) return { asOf: null, paths: [] }
  const paths = await findWays(member._id, await listGraph(member._id), new Set<string>(readers.map(({ _id }) => _id)))
  return { asOf: paths === null ? null : head.asOf, paths: paths ?? [] }
}
