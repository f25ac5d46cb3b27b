// What was done at the desk, by whom and when? Newest first.
import { pageEntries } from '../_kit/data/audits'
import type { Handler } from '../_kit/serve'

const PAGE = 50

/** A manager sees her own acts: what others did may be about people outside her scope. */
export const listAudits: Handler<'hq', 'audit.list'> = async ({ of, act, by, before }, { caller: { member } }) => {
  const byId = member.role === 'manager' ? member._id : by
  const asked = { ...(of && { of }), ...(act && { act }), ...(byId && { byId }) }
  const { entries, next } = await pageEntries(asked, before, PAGE)
  return {
    entries: entries.map(({ _id, act: what, byId: whose, byName, of: thing, facts, at }) => ({
      ...{ id: _id, act: what, byId: whose, byName, of: thing, facts, at },
    })),
    next,
  }
}
