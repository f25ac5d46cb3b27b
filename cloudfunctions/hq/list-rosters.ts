// Which lists were brought in lately, and how far has each come?
import { listRosters as findRosters } from '../_kit/data/rosters'
import type { Handler } from '../_kit/serve'
import { showRoster } from './show-roster'

export const listRosters: Handler<'hq', 'roster.list'> = async () => ({
  rosters: await Promise.all((await findRosters()).map(showRoster)),
})
