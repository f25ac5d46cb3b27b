// Does the journal of a batch fit into documents, however many stores and teams its readings are spread over?
import { portionsOf } from '../../cloudfunctions/_kit/data/batches'
import type { MemberId, PostId, StoreId, TeamId } from '../../shared/domain/ids'
import { WorkAdditions } from '../../shared/domain/work-sums'

const DOCUMENT_BYTES = 512 * 1024
/** As many readings as one batch has. */
const READINGS = 2_000

const idOf = (of: string, n: number): string => `${of}-${n}-`.padEnd(24, 'x')

test.each([
  ['each of another store and team', READINGS],
  ['all of one store', 1],
])('two thousand readings, %s, stand in parts of less than 512 KB, all of them once', (_, stores) => {
  const additions = new WorkAdditions()
  for (let n = 0; n < READINGS; n++)
    additions.addReading(
      {
        ...{ storeId: idOf('store', n % stores) as StoreId, teamId: idOf('team', n % stores) as TeamId },
        ...{ repId: idOf('rep', n) as MemberId, postId: idOf('post', n % 30) as PostId, passed: true },
      },
      { by: 'reader', day: '2026-11-19', hour: 20, ms: 90_000, deep: true, named: true, sections: {} },
    )
  const all = additions.list()
  const portions = portionsOf(all)
  expect(portions.flat()).toEqual(all)
  for (const portion of portions)
    expect(Buffer.byteLength(JSON.stringify(portion))).toBeLessThan(DOCUMENT_BYTES - 100_000)
})
