// What is due is asked, a portion at a time, in the name of somebody who is there; limits and silence end a portion early.
import { type Answer, afterAnswer, type Check, HERE_FOR_MS, IMAGES_A_TICK, TEXTS_A_TICK } from '@shared/domain/check'
import { now as clock } from './clock'
import { changeCheck, findCheck, listDueChecks, removeCheck } from './data/checks'
import { dropVisit, listVisitors } from './data/visits'
import { signUrls } from './files'
import { takeEvent, toEvent } from './take-event'
import { checkImage, checkText } from './wechat-check'

const ASKED_AT_ONCE = 10
/** What is left is asked a minute later: other jobs need the function's time, too. */
const BEGIN_WITHIN_MS = 8_000
/** Whoever asks has it for so long; a second timer passes it by. */
const CLAIM_MS = 120_000

const ask = async (check: Check, openid: string, urlOf: (fileId: string) => string): Promise<Answer> =>
  check.kind === 'text' ? checkText(openid, check.content) : checkImage(openid, urlOf(check.content))

/** Its result may have been pushed before we had written down what it is about. */
const takeStray = async (traceId: string): Promise<void> => {
  const stray = await findCheck(`event.${traceId}`)
  if (stray?.state !== 'stray' || stray.verdict === null) return
  await takeEvent(toEvent(traceId, stray.verdict, stray.label), clock())
  await removeCheck(stray._id)
}

type Round = { openid: string; urlOf: (fileId: string) => string }

const askOne = async (check: Check, { openid, urlOf }: Round) => {
  const claimed = { ...check, nextAt: clock() + CLAIM_MS }
  if (!(await changeCheck(check, { nextAt: claimed.nextAt }))) return { asked: 0, onward: 'go-on' as const }
  const answer = await ask(check, openid, urlOf)
  const { change, onward } = afterAnswer(check, answer, clock())
  await changeCheck(claimed, change)
  if (answer.kind === 'asked') await takeStray(answer.traceId)
  return { asked: onward === 'go-on' ? 1 : 0, onward }
}

/** Never more than a minute's share of either kind. */
const listPortion = async (now: number): Promise<Check[]> => {
  const due = await listDueChecks('due', now, TEXTS_A_TICK + IMAGES_A_TICK)
  const ofKind = (kind: Check['kind'], most: number) => due.filter((check) => check.kind === kind).slice(0, most)
  return [...ofKind('text', TEXTS_A_TICK), ...ofKind('image', IMAGES_A_TICK)]
}

/** How many were asked. */
export const askDueChecks = async (startedAt: number): Promise<number> => {
  const due = await listPortion(startedAt)
  if (!due.length) return 0
  const visitors = await listVisitors(startedAt - HERE_FOR_MS)
  const urlOf = await signUrls(due.flatMap(({ kind, content }) => (kind === 'image' ? [content] : [])))
  let asked = 0
  for (let at = 0; at < due.length && clock() - startedAt < BEGIN_WITHIN_MS; at += ASKED_AT_ONCE) {
    const [openid] = visitors
    if (openid === undefined) return asked
    const ends = await Promise.all(due.slice(at, at + ASKED_AT_ONCE).map((check) => askOne(check, { openid, urlOf })))
    asked += ends.reduce((sum, end) => sum + end.asked, 0)
    if (ends.some(({ onward }) => onward === 'rest')) return asked
    if (ends.some(({ onward }) => onward === 'somebody-else')) {
      await dropVisit(openid)
      visitors.shift()
    }
  }
  return asked
}
