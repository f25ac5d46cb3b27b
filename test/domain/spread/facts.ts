// Small spreads of chance for property tests: shares, readings and who agreed, in any order.
import fc from 'fast-check'
import type { MemberId, PostId, ReadingId, ShareToken } from '../../../shared/domain/ids'
import type { Forest } from '../../../shared/domain/spread/forest'
import { SPREAD_SCENES } from '../../../shared/domain/spread/graph'
import type { ReadingFact, ShareFact } from '../../../shared/domain/spread/rows'

export const DAY_MS = 86_400_000
export const tokenAt = (n: number): ShareToken => `share${n}` as ShareToken
export const personAt = (n: number): string => `rep-0.person-${n}`

export type Told = { share: ShareFact } | { reading: ReadingFact } | { agree: { key: string; agreed: boolean } }

/** Every share hangs below an earlier one or starts a chain; posts and reps are those of its root. */
export const spreadOfChance = (sizes: { shares: number; readings: number; people: number }): fc.Arbitrary<Told[]> =>
  fc
    .record({
      shares: fc.array(
        fc.record({ up: fc.nat(), root: fc.boolean(), post: fc.nat(3), person: fc.nat(sizes.people), at: fc.nat(200) }),
        { minLength: 1, maxLength: sizes.shares },
      ),
      readings: fc.array(
        fc.record({
          share: fc.nat(),
          person: fc.nat(sizes.people * 2),
          by: fc.constantFrom('reader', 'reader', 'reader', 'staff', 'sharer'),
          deep: fc.boolean(),
          scene: fc.constantFrom(...SPREAD_SCENES),
          at: fc.nat(200),
        }),
        { maxLength: sizes.readings },
      ),
      agreed: fc.array(fc.boolean(), { minLength: sizes.people, maxLength: sizes.people }),
    })
    .map(({ shares, readings, agreed }) => {
      const facts: ShareFact[] = []
      for (const [n, { up, root, post, person, at }] of shares.entries()) {
        const parent = root ? undefined : facts[up % Math.max(1, n)]
        facts.push({
          token: tokenAt(n),
          parent: parent?.token ?? null,
          postId: parent?.postId ?? (`post${post}` as PostId),
          repId: 'rep-0' as MemberId,
          person: parent && person < sizes.people ? personAt(person) : null,
          at: at * 3_600_000,
        })
      }
      return [
        ...facts.map((share) => ({ share })),
        ...readings.map(({ share, person, by, deep, scene, at }, n) => ({
          reading: {
            ...{ id: `reading${n}` as ReadingId, token: tokenAt(share % facts.length), by, deep, scene },
            person: person < sizes.people ? personAt(person) : null,
            at: at * 3_600_000,
          } satisfies ReadingFact,
        })),
        ...agreed.map((yes, n) => ({ agree: { key: personAt(n), agreed: yes } })),
      ]
    })

export const tell = (forest: Forest, all: readonly Told[]): Forest => {
  for (const one of all) {
    if ('share' in one) forest.putShare(one.share)
    else if ('reading' in one) forest.putReading(one.reading)
    else forest.agree(one.agree.key, one.agree.agreed)
  }
  return forest
}
