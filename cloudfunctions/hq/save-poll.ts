// An editor writes a question and what may be answered: plain words, no promise for taking part. Open, it is changed no more.
import { checkAdvert } from '@shared/domain/advert/check'
import { findPollFault, type Poll } from '@shared/domain/poll'
import { now } from '../_kit/clock'
import { listStores } from '../_kit/data/members'
import { changePoll, findPoll, insertPoll } from '../_kit/data/polls'
import { refusal } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showHqPoll } from '../_kit/show-poll'
import { signed } from '../_kit/signed'

const ensureNoAdvert = ({ question, options }: Pick<Poll, 'question' | 'options'>): void => {
  ;[question, ...options.map(({ text }) => text)].forEach((text, i) => {
    const [found] = checkAdvert(text).filter(({ severity }) => severity !== 'hint')
    if (found) throw refusal('poll-advert', i === 0 ? 'question' : `options.${i - 1}`, found.word)
  })
}

/** Stores of whatever kind belong to one brand. */
const findFirm = async (): Promise<string> => (await listStores()).find(({ brand }) => brand)?.brand ?? ''

const wordsOf = ({ question, options, whoMayVote, closesAt }: Poll): string =>
  JSON.stringify([question, options, whoMayVote, closesAt])

export const savePoll: Handler<'hq', 'poll.save'> = async ({ pollId, rev, ...words }, { caller, checkTexts }) => {
  const stored = await findPoll(pollId)
  const at = now()
  const after: Poll = {
    ...{
      _id: pollId,
      firm: stored?.firm ?? (await findFirm()),
      ...words,
      opensAt: null,
      state: 'draft',
      rev: rev + 1,
      at,
      sweepAt: null,
    },
  }
  if (stored?.rev === after.rev && wordsOf(stored) === wordsOf(after)) return showHqPoll(stored) // said before
  if ((stored?.rev ?? 0) !== rev) throw refusal('stale-version', 'rev')
  if (stored && stored.state !== 'draft') throw refusal('poll-not-so', 'pollId')
  const fault = findPollFault(after, at)
  if (fault) throw refusal(fault.fault, fault.field)
  ensureNoAdvert(after)
  const texts = [after.question, ...after.options.map(({ text }) => text)]
  if ((await checkTexts(texts)) === 'risky') throw refusal('unsafe-text', 'question')
  const facts = { question: after.question, options: texts.slice(1).join(' / '), who: after.whoMayVote }
  const { _id, rev: _, ...change } = after
  await signed({ by: caller.member, act: 'poll.saved', of: `poll.${pollId}`, rev, facts }, () =>
    stored ? changePoll(stored, change) : insertPoll(after),
  )
  return showHqPoll(after)
}
