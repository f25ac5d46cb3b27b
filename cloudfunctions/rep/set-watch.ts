// When does she want to hear of her readers, and when not?
import { setMorning } from '@shared/domain/digest'
import { setNotices } from '@shared/domain/notice'
import { now } from '../_kit/clock'
import { changeWatch } from '../_kit/data/watches'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showWatch } from './see-watch'

export const setWatch: Handler<'rep', 'notice.set'> = async ({ morning, ...settings }, { caller: { member } }) => {
  const at = now()
  const changed = await changeWatch(member._id, (watch) =>
    setMorning(setNotices(watch, settings, at), morning ?? watch.morning ?? false, at),
  )
  return showWatch(found(changed, 'stale-version'))
}
