// What has WeChat said of this version so far?
import type { Handler } from '../_kit/serve'
import { showChecks } from './show-checks'

export const seeChecks: Handler<'hq', 'check.see'> = (asked, { caller: { member } }) => showChecks(asked, member)
