// Is it said of everything how long it is kept, in one place, and do the jobs and the docs say the same?
import { readdirSync, readFileSync } from 'node:fs'
import { DELIVERIES_KEPT_MS } from '../../cloudfunctions/_kit/data/deliveries'
import { TALK_DAYS_KEPT } from '../../cloudfunctions/_kit/data/talk-days'
import { STRAY_KEPT_MS } from '../../shared/domain/check'
import { IMPORT_UNDO_MS } from '../../shared/domain/contact-import'
import { BACKUP_DAYS, keptSince, tellRetention } from '../../shared/domain/retention'
import { retention } from '../../shared/domain/retention.data'
import { DECLINED_KEPT_MS, OFFER_PROOF_MS } from '../../shared/domain/submission'
import { schema } from '../../shared/schema'

const DAY_MS = 86_400_000

test('every collection has an answer, and no answer is of a collection that is not there', () => {
  const answered = new Set(retention.map(({ of }) => of.split(':')[0]))
  expect([...answered].sort()).toEqual(schema.map(({ name }) => name).sort())
  expect(retention.filter(({ why }) => why === '')).toEqual([])
})

test.each([
  ['deliveries', DELIVERIES_KEPT_MS],
  ['talkdays', TALK_DAYS_KEPT * DAY_MS],
  ['contactimports', IMPORT_UNDO_MS],
  ['checks: answers that fit nothing', STRAY_KEPT_MS],
  ['submissions: declined', DECLINED_KEPT_MS],
  ['submissions: taken back', OFFER_PROOF_MS],
  ['consents: proofs', 1_095 * DAY_MS],
  ['readings', 180 * DAY_MS],
])('%s are kept as long as the code that drops them says', (of, ms) => {
  expect(1e15 - keptSince(of, 1e15)).toBe(ms)
})

test('each job that drops something is there', () => {
  const jobs = readdirSync('cloudfunctions/jobs')
  for (const { days, job } of retention) if (days !== null) expect(jobs).toContain(`${job}.ts`)
})

test('a mark of an erasure outlives every backup of before it', () => {
  expect(1e15 - keptSince('erasures', 1e15)).toBeGreaterThan(BACKUP_DAYS * DAY_MS)
})

test('what no clock decides has no instant', () => {
  expect(() => keptSince('audits', 0)).toThrow('No clock')
})

test('the operator reads the same table', () => {
  expect(readFileSync('docs/operations.md', 'utf8')).toContain(tellRetention())
})
