// What did WeChat's own question give? A yes buys one message, or opens work messages; the same tap counts once.
import { acceptGrant } from '@shared/domain/notice'
import { now } from '../_kit/clock'
import { changeWatch } from '../_kit/data/watches'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showWatch } from './see-watch'

export const grantNotice: Handler<'rep', 'notice.grant'> = async (grant, { caller: { member } }) => {
  const changed = await changeWatch(member._id, (watch) => acceptGrant(watch, grant, now()))
  return showWatch(found(changed, 'stale-version'))
}
