// What are people asked, and what do their voices add up to? Sums are of parts, each counted anew as a whole.
import type { PollId } from '@shared/domain/ids'
import { POLLS_OPEN_MAX, type Poll } from '@shared/domain/poll'
import { NO_SUMS, PARTS, type PollSums } from '@shared/domain/poll-sums'
import { above, addedTo, type Change, collection, EVERYTHING, upTo } from '../collection'
import { type Page, pageNewest } from '../page'

const polls = collection<Poll>('polls')

export const findPoll = (id: PollId): Promise<Poll | null> => polls.get(id)
export const findPolls = (ids: readonly PollId[]): Promise<Poll[]> => polls.findMany(ids)
export const insertPoll = (poll: Poll): Promise<boolean> => polls.insertIfAbsent(poll)
/** False when it has been changed since it was seen. */
export const changePoll = async (
  { _id, rev }: Pick<Poll, '_id' | 'rev'>,
  change: Change<Omit<Poll, '_id' | 'rev'>>,
): Promise<boolean> => (await polls.change({ _id, rev }, { ...change, rev: rev + 1 })) > 0

/** Newest first, drafts and withdrawn ones among them. */
export const pagePolls = (cursor: string | undefined, size: number): Promise<Page<Poll>> =>
  pageNewest(polls, EVERYTHING, { by: 'at', cursor, size })
/** Those that are open or have just run out. */
export const listOpenPolls = (): Promise<Poll[]> =>
  polls.find({ state: 'open' }, { order: [['at', 'desc']], limit: POLLS_OPEN_MAX * 2 })
export const listClosedPolls = (limit: number): Promise<Poll[]> =>
  polls.find({ state: 'closed' }, { order: [['at', 'desc']], limit })
/** Whose ballots are to go by now. */
export const listPollsToSweep = (at: number): Promise<Poll[]> =>
  polls.find({ sweepAt: (_) => _.gt(0).and(_.lte(at)) }, { limit: POLLS_OPEN_MAX })
/** Closed ones whose ballots are kept still, and that nobody has looked at on this day. */
export const listKeptPolls = async (at: number, day: string): Promise<Poll[]> =>
  (await polls.find({ sweepAt: above(at) })).filter(({ lookedOn }) => lookedOn !== day)
export const noteLooked = (_id: PollId, lookedOn: string): Promise<number> => polls.change({ _id }, { lookedOn })
export const noteSwept = (_id: PollId): Promise<number> => polls.change({ _id }, { sweepAt: null })

/**
 * One part of a poll's ballots. rev: raised whenever one of them changes; countedRev: the one it was counted at. waits: since
 * when the first few wait who spoke after `through`. countedOn: for who died between a ballot and its rev.
 */
export type PollPart = {
  _id: string
  pollId: PollId
  n: number
  rev: number
  countedRev: number
  through: number
  countedOn: string
  waits: number[]
  sums: PollSums
}
const parts = collection<PollPart>('pollsums')
const partId = (pollId: PollId, n: number): string => `${pollId}.${n}`

/** A voice in it has changed or is about to. The first one makes the part: a poll of few voices has few. */
export const touchPart = async (pollId: PollId, n: number): Promise<void> => {
  const _id = partId(pollId, n)
  if ((await parts.change({ _id }, { rev: addedTo(1) })) > 0) return
  const fresh = { _id, pollId, n, rev: 1, countedRev: 0, through: 0, countedOn: '', waits: [], sums: NO_SUMS }
  if (!(await parts.insertIfAbsent(fresh))) await parts.change({ _id }, { rev: addedTo(1) })
}
export const findPart = (pollId: PollId, n: number): Promise<PollPart | null> => parts.get(partId(pollId, n))
export type PartState = Omit<PollPart, 'sums'>
const STATE = ['pollId', 'n', 'rev', 'countedRev', 'through', 'countedOn', 'waits'] as const
export const listPartStates = (pollId: PollId): Promise<PartState[]> =>
  parts.find({ pollId }, { limit: PARTS, fields: STATE })
/** At most 5 KB each. */
export const listPartSums = (pollId: PollId): Promise<Pick<PollPart, '_id' | 'sums'>[]> =>
  parts.find({ pollId }, { limit: PARTS, fields: ['sums'] })
/** Only over an older count. */
export const putPartCount = (
  { _id, countedRev }: Pick<PollPart, '_id' | 'countedRev'>,
  count: Pick<PollPart, 'countedRev' | 'through' | 'countedOn' | 'waits' | 'sums'>,
): Promise<number> => parts.change({ _id, countedRev }, count)
export const removeParts = (pollId: PollId): Promise<number> => parts.remove({ pollId })

/** The picture everybody sees. at: every part was read no earlier; isWaiting: somebody's voice is not in it yet. */
export type PollTotal = { _id: string; through: number; at: number; isWaiting: boolean; sums: PollSums }
const totals = collection<PollTotal>('pollsums')
const totalId = (pollId: PollId): string => `all.${pollId}`

export const findTotal = (pollId: PollId): Promise<PollTotal | null> => totals.get(totalId(pollId))
export const putTotal = async (pollId: PollId, total: Omit<PollTotal, '_id'>): Promise<void> => {
  const _id = totalId(pollId)
  if (await totals.insertIfAbsent({ _id, ...total })) return
  await totals.change({ _id, at: upTo(total.at) }, total)
}
export const removeTotal = (pollId: PollId): Promise<number> => totals.remove({ _id: totalId(pollId) })
