// Who am I here? The editor.
import type { Handler } from '../_kit/serve'

export const seeMe: Handler<'hq', 'me.see'> = async (_, { caller: { member } }) => ({
  memberId: member._id,
  name: member.name,
  role: member.role,
})
