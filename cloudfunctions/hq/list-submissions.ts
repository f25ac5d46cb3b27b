// What waits to be looked at, and what became of the rest? By state, the newest first.
import { pageSubmissions } from '../_kit/data/submissions'
import type { Handler } from '../_kit/serve'
import { showInbox } from '../_kit/show-offer'

const PAGE_SIZE = 30

export const listSubmissions: Handler<'hq', 'submission.list'> = async ({ state, cursor }) => {
  const { items, next } = await pageSubmissions(state, cursor, PAGE_SIZE)
  return { offers: await showInbox(items), next }
}
