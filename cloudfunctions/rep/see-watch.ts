// How does she hear of her readers? Her settings, what WeChat will still deliver, and what was sent.
import type { Output } from '@shared/contracts'
import type { Watch } from '@shared/domain/notice'
import { listNotices } from '../_kit/data/notices'
import { findWatch } from '../_kit/data/watches'
import type { Handler } from '../_kit/serve'
import { employeeTemplate, subscribeTemplate } from '../_kit/settings'

export const showWatch = async (watch: Watch): Promise<Output<'rep', 'notice.see'>> => {
  const sent = await listNotices(watch._id)
  return {
    on: watch.on,
    quietFrom: watch.quietFrom,
    quietTo: watch.quietTo,
    morning: watch.morning ?? false,
    quota: watch.quota,
    employee: watch.employee,
    templates: { subscribe: subscribeTemplate()?.id ?? '', employee: employeeTemplate()?.id ?? '' },
    sent: sent.map(({ at, channel, outcome, readings, digest, morning = false }) => ({
      ...{ at, channel, outcome, readings, digest, morning },
    })),
  }
}

export const seeWatch: Handler<'rep', 'notice.see'> = async (_, { caller: { member } }) =>
  showWatch(await findWatch(member._id))
