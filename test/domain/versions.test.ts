// Which saves are one version, and which are let go?
import fc from 'fast-check'
import type { MemberId } from '../../shared/domain/ids'
import { othersWriting, PRESENCE_FADES_MS } from '../../shared/domain/presence'
import {
  changesIn,
  foldSaves,
  RUN_GAP_MS,
  RUN_MAX_MS,
  runOf,
  SAVES_KEPT,
  type SaveHead,
  spareSaves,
} from '../../shared/domain/version'

const [chen, sun] = ['chen', 'sun'] as MemberId[] as [MemberId, MemberId]
const before = { byId: chen, at: 0, run: 7, runAt: 0, out: false }
const next = { version: 9, byId: chen, at: RUN_GAP_MS, restoredFrom: null }

test.each([
  ['soon after, by the same', {}, {}, 7],
  ['by another', { byId: sun }, {}, 9],
  ['after a longer rest', { at: RUN_GAP_MS + 1 }, {}, 9],
  ['an older one brought back', { restoredFrom: 3 }, {}, 9],
  ['after it was let out', {}, { out: true }, 9],
  ['when the run has gone on for its time', { at: RUN_MAX_MS }, { at: RUN_MAX_MS - 1 }, 7],
  ['when it has gone on for longer', { at: RUN_MAX_MS + 1 }, { at: RUN_MAX_MS }, 9],
])('%s', (_, save, was, run) => {
  expect(runOf({ ...next, ...save }, { ...before, ...was }).run).toBe(run)
})

test('the first save begins a run', () => {
  expect(runOf(next, null)).toEqual({ run: 9, runAt: next.at })
})

const head = (version: number, run: number, out = false): SaveHead => ({
  ...{ version, run, out, byId: chen, byName: '陈', at: version, runAt: run, restoredFrom: null },
  changes: version % 2 ? ['text'] : ['article', 'text'],
})

test('a run is told by all that its saves changed, in one order', () => {
  expect(changesIn([head(2, 1), head(1, 1)])).toEqual(['text', 'article'])
})

const saves = fc
  .array(fc.record({ stays: fc.boolean(), out: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: 500 })
  .map((rows) => {
    let run = 1
    return rows.map(({ stays, out }, i) => {
      if (!stays) run = i + 1
      return head(i + 1, run, out === 0)
    })
  })

test('folding loses no save, and dropping loses no run, nothing let out, none of the last', () => {
  fc.assert(
    fc.property(saves, (all) => {
      const runs = foldSaves(all)
      expect(runs.flat().map(({ version }) => version)).toEqual(all.map(({ version }) => version).reverse())
      const spare = new Set(spareSaves(all))
      const kept = all.filter(({ version }) => !spare.has(version))
      expect(new Set(kept.map(({ run }) => run))).toEqual(new Set(all.map(({ run }) => run)))
      for (const { version, out } of all)
        if (out || version > all.length - SAVES_KEPT) expect(spare.has(version)).toBe(false)
      // each run still ends as it ended, and nothing more goes the next time
      expect(foldSaves(kept).map((run) => run[0]?.version)).toEqual(runs.map((run) => run[0]?.version))
      expect(spareSaves(kept)).toEqual([])
    }),
  )
})

test('who was heard of lately is there; oneself is not told', () => {
  const heard = { [chen]: 1_000, [sun]: 2_000 }
  expect(othersWriting(heard, chen, 2_000)).toEqual([sun])
  expect(othersWriting(heard, sun, 1_000 + PRESENCE_FADES_MS)).toEqual([])
})
