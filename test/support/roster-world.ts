// How a list of people is brought in, as the desk does it.
import type { Output } from '../../shared/contracts'
import { portionsOf, type Row } from './roster-rows'
import { type As, editor, type World } from './world'

export const stage = async (world: World, rosterId: string, rows: readonly Row[], size = 400, as: As = editor) => {
  const portions = portionsOf(rows, size)
  const common = {
    rosterId,
    fileName: '名单.csv',
    print: '0123456789abcdef',
    parts: portions.length,
    rows: rows.length,
  }
  for (const [n, part] of portions.entries()) await world.ask('hq', 'roster.stage', { ...common, n, part }, as)
}

/** Called again as the desk does, until it has come to an end. */
export const carryThrough = async (
  world: World,
  action: 'roster.apply' | 'roster.undo',
  rosterId: string,
): Promise<Output<'hq', 'roster.apply'>> => {
  for (let calls = 0; calls < 100; calls++) {
    const roster = await world.ask('hq', action, { rosterId }, editor)
    if (roster.state === 'applied' || roster.state === 'undone') return roster
  }
  throw new Error('the import came to no end')
}
