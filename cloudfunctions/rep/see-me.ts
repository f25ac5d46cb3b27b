// Who am I here? The rep, her store, and where her readers read.
import { findStore } from '../_kit/data/members'
import type { Handler } from '../_kit/serve'
import { readerUrl } from '../_kit/settings'

export const seeMe: Handler<'rep', 'me.see'> = async (_, { caller: { member } }) => {
  const store = await findStore(member.storeId)
  return {
    memberId: member._id,
    name: member.name,
    tone: member.tone,
    storeName: store?.name ?? '',
    company: store?.company ?? '',
    readerUrl: readerUrl(),
  }
}
