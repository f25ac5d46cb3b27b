// How long does the question alone take, without the SDK and two hops of HTTP? Asked of the stored file, as a database is.
import path from 'node:path'
import { docOf, find } from '../../emulator/database/find'
import { planQuery } from '../../emulator/database/plan'
import { SqliteEngine } from '../../emulator/database/sqlite'
import type { ContactId, MemberId, PostId } from '../../shared/domain/ids'

export type Pair = {
  readonly rep: number
  readonly repId: MemberId
  readonly postId: PostId
  readonly contactId: ContactId
}

const LIMIT = 201

/** ms for each: who of a rep's readers read this post, newest first; the first time of each pair, nothing warmed up. */
export const storeTimes = (dataDir: string, pairs: readonly Pair[]): number[] => {
  const engine = new SqliteEngine(path.join(dataDir, 'database.sqlite'))
  try {
    return pairs.map(({ repId, postId }) => {
      const began = performance.now()
      const [filter, order] = [{ repId, postId, known: true }, [['lastAt', -1]] as const]
      const plan = planQuery(engine.indexes('readings'), filter, order)
      if (!plan) throw new Error('no index serves who read a post')
      const { found } = find(engine, { collection: 'readings', filter, order, offset: 0, limit: LIMIT }, plan)
      if (!found.map(docOf).length) throw new Error('nobody read it')
      return performance.now() - began
    })
  } finally {
    engine.close()
  }
}
