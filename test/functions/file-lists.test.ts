// Does a rep with more than the platform gives at once lose any of it? Lists over all her contacts come whole.
import { listHits, listPurchases } from '../../cloudfunctions/_kit/data/notes'
import { listOccasions } from '../../cloudfunctions/_kit/data/occasions'
import { listOpenPromises } from '../../cloudfunctions/_kit/data/promises'
import { listSheets } from '../../cloudfunctions/_kit/data/sheets'
import type { MemberId } from '../../shared/domain/ids'
import { newSheet } from '../../shared/domain/sheet'
import { noteOf, occasionOf, promiseOf } from '../support/files-world'
import { type Doc, startWorld, type World } from '../support/world'

const MANY = 1_100
const repId = 'rep-lin' as MemberId
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const many = (of: (n: number) => object): Doc[] => Array.from({ length: MANY }, (_, n) => ({ ...of(n) }) as Doc)
/** In portions: a request has its limit. */
const addAll = async (collection: string, docs: readonly Doc[]) => {
  for (let from = 0; from < docs.length; from += 200) await world.add(collection, docs.slice(from, from + 200))
}
const isWhole = (all: readonly { _id: string }[]) => expect(new Set(all.map(({ _id }) => _id)).size).toBe(MANY)

test('purchases and signals, several of one instant', async () => {
  const note = (n: number) => {
    const { noteId, agoMs, ...rest } = noteOf(`c${n}`, { kind: 'purchase' })
    const at = Math.floor(n / 7) + 1
    return { ...rest, _id: `${noteId}${agoMs}`, repId, at, writtenAt: at, hits: [], hitAt: at }
  }
  await addAll('notes', many(note))
  const purchases = await listPurchases(repId)
  isWhole(purchases)
  expect(purchases).toHaveLength(MANY)
  expect(purchases.map(({ at }) => at)).toEqual(purchases.map(({ at }) => at).sort((a, b) => b - a))
  isWhole(await listHits(repId, 0))
  expect(await listHits(repId, 150)).toHaveLength(MANY - 7 * 150)
})

test('open promises, several hundred of one day', async () => {
  const promise = (n: number) => {
    const { promiseId, ...rest } = promiseOf(`c${n}`, { dueDay: `2026-12-0${1 + (n % 3)}` })
    return { ...rest, _id: promiseId, repId, madeAt: 1, keptAt: null, open: true }
  }
  await addAll('promises', many(promise))
  const open = await listOpenPromises(repId)
  isWhole(open)
  expect(open.map(({ dueDay }) => dueDay)).toEqual(open.map(({ dueDay }) => dueDay).sort())
})

test('sheets and special days', async () => {
  await addAll(
    'sheets',
    many((n) => ({ ...newSheet(`c${n}` as never, repId), rev: 1 })),
  )
  await addAll(
    'occasions',
    many((n) => {
      const { occasionId, ...rest } = occasionOf(`c${n}`)
      return { ...rest, _id: occasionId, repId }
    }),
  )
  isWhole(await listSheets(repId))
  isWhole(await listOccasions(repId))
})
