// How long is what kept, and why? One row for each collection or part of one; docs/operations.md shows them as they stand here.
import { PROOF_DAYS, RETENTION_DAYS } from './consent'
import { BALLOT_DAYS } from './poll'

/** days: null where no clock decides it, and `why` says what does. from: what the days count from. job: who drops it. */
export type Retention = { of: string; days: number | null; from: string; job: string; why: string }

const byClock = (of: string, days: number, from: string, [job, why]: [job: string, why: string]): Retention => ({
  ...{ of, days, from, job, why },
})
const otherwise = (why: string, ...all: string[]): Retention[] =>
  all.map((of) => ({ of, days: null, from: '', job: '', why }))

const STAFF = 'while she works here; in the books and the log after'
const FILE = 'until her rep deletes it, or she erases'
const FIRM = 'the firm’s own; nothing of customers'
const SUMS = 'sums and sorted copies without anybody’s name, worked out anew'
const BOOKS =
  'the books: 会计法 and 电子商务法 31 ask for years (at least 3); under numbers alone once a partner erased'

export const retention: readonly Retention[] = [
  byClock('readings', RETENTION_DAYS, 'when they were counted', [
    'drop-expired',
    'what people were told; the sums stay',
  ]),
  byClock('readers', RETENTION_DAYS, 'her last reading', [
    'refresh-readers',
    'a profile without a reading says nothing',
  ]),
  byClock('notes: words of hers that were pasted', RETENTION_DAYS, 'when they were written down', [
    'drop-expired',
    'somebody else’s words: no longer than readings',
  ]),
  byClock('links', RETENTION_DAYS, 'her last reading', ['refresh-readers', 'they go with her profile']),
  byClock('shares: by whom they were passed on', RETENTION_DAYS, 'when they were', [
    'sum-spread',
    'as readings; the share itself is nobody’s from then on',
  ]),
  byClock('notices', RETENTION_DAYS, 'when they were sent', ['send-notices', 'they tell of readings']),
  byClock('ballots', BALLOT_DAYS, 'the end of the poll', ['count-polls', 'who said what; the picture stays']),
  byClock('consents: proofs', PROOF_DAYS, 'the end of the consent', [
    'refresh-readers',
    '网络数据安全管理条例 12: three years; a proof names nobody',
  ]),
  byClock('submissions: taken back', PROOF_DAYS, 'the day it was taken back', [
    'drop-offers',
    'the proof alone; photos and words go at once',
  ]),
  byClock('submissions: declined', 90, 'the decision', ['drop-offers', 'so that she can read why']),
  byClock('rosterparts', 90, 'the import', ['finish-rosters', 'so that an import can be taken back and looked into']),
  byClock('talkdays', 60, 'the day', ['make-days', 'longer no rule looks back']),
  byClock('deliveries', 30, 'the event', ['queue-webhooks', 'so that the other side can ask again']),
  byClock('erasures', 30, 'when she asked', ['drop-old', 'twice as long as a backup is kept; a mark names nobody']),
  byClock('contactimports', 7, 'the import', ['drop-imports', 'as long as an import can be taken back']),
  byClock('invites', 7, 'when the code ended', ['drop-old', 'hashes alone; a week to find out what went wrong']),
  byClock('checks: answers that fit nothing', 1, 'when they came', ['run-checks', 'the question may be on its way']),
  ...otherwise('until she withdraws or erases', 'consents', 'partners', 'submissions'),
  ...otherwise(FILE, 'contacts', 'sheets', 'notes', 'promises', 'occasions', 'supports'),
  ...otherwise('the rep’s own; what WeChat knows one by (a keyed hash) until she archives it', 'groups'),
  ...otherwise(STAFF, 'members', 'identities', 'handovers', 'watches', 'coachings', 'ladders', 'talkbooks', 'kits'),
  ...otherwise(BOOKS, 'deals', 'costs', 'referrals', 'entries', 'payouts', 'products'),
  ...otherwise(
    'proof of who answered for what (广告法 34, 互联网广告管理办法); never removed',
    'audits',
    'auditheads',
    'signoffs',
    'recalls',
    'exports',
    'rosters',
    'releases',
  ),
  ...otherwise(
    FIRM,
    'stores',
    'regions',
    'teams',
    'posts',
    'columns',
    'postversions',
    'presences',
    'images',
    'codes',
    'signalrules',
    'groupplans',
    'playbooks',
    'circles',
    'polls',
    'supportrules',
    'webhooks',
    'hookheads',
    'apitokens',
    'checks',
    'tokens',
    'budgets',
    'migrations',
    'ops',
  ),
  ...otherwise('numbers of calls without anybody, for two weeks', 'metrics'),
  ...otherwise(
    SUMS,
    'tallies',
    'batches',
    'departures',
    'worksums',
    'spreads',
    'spreadparts',
    'trees',
    'circlemembers',
    'circlesums',
    'boards',
    'pollsums',
    'supportsums',
    'ledgers',
    'dealings',
    'picturesets',
    'picturedealings',
  ),
]
