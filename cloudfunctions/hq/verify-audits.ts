// Is the log of what was done whole? Told portion by portion.
import { verifyPortion } from '../_kit/audit-verify'
import type { Handler } from '../_kit/serve'

export const verifyAudits: Handler<'hq', 'audit.verify'> = ({ from }) => verifyPortion(from)
