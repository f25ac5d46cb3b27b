// Who am I here? The rep, her picture, her store, and where her readers read.
import { findStore } from '../_kit/data/members'
import type { Handler } from '../_kit/serve'
import { readerUrl } from '../_kit/settings'
import { showAvatar } from '../_kit/show-avatar'

export const seeMe: Handler<'rep', 'me.see'> = async (_, { caller: { member } }) => {
  const [store, avatar] = await Promise.all([findStore(member.storeId), showAvatar(member.avatarId)])
  return {
    memberId: member._id,
    name: member.name,
    tone: member.tone,
    avatar,
    storeName: store?.name ?? '',
    company: store?.company ?? '',
    readerUrl: readerUrl(),
  }
}
