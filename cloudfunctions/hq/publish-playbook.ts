// May reps lead talks by it? Every line well written, fit to be said, and fine with WeChat.
import { playbookItems } from '@shared/domain/check'
import { findPlayFaults, findPlayWords, type PlayPlace } from '@shared/domain/play-check'
import { mayPublishPlay, type Playbook } from '@shared/domain/playbook'
import { now } from '../_kit/clock'
import { changePlaybook, findPlaybook } from '../_kit/data/playbooks'
import { ensure, found, refusal } from '../_kit/errors'
import { ensureChecked, queueChecks } from '../_kit/safety'
import type { Handler } from '../_kit/serve'
import type { CheckTexts } from '../_kit/wechat'
import { showPlaybook } from './list-playbooks'

const fieldOf = ({ step, line }: PlayPlace): string => `steps.${step}.say.${line}`

/** A word that HQ signs for in a post may be said here: the desk shows it, and a person says it to one other. */
const ensureSayable = (playbook: Playbook): void => {
  const [fault] = findPlayFaults(playbook)
  if (fault) throw refusal(fault.reason, fieldOf(fault))
  const barred = findPlayWords(playbook).find(({ severity }) => severity === 'block')
  if (barred) throw refusal('words-blocked', fieldOf(barred))
}

/** At once where she calls from the mini program. From the web there is no openid to check for: a timer asks later. */
const ensureSafe = async ({ steps }: Playbook, checkTexts: CheckTexts): Promise<void> => {
  const verdict = await checkTexts(steps.map(({ say }) => say.join('\n')).filter((text) => text.trim() !== ''))
  if (verdict === 'risky') throw refusal('unsafe-text', 'steps')
  if (verdict === 'unavailable') throw refusal('check-unavailable')
}

export const publishPlaybook: Handler<'hq', 'playbook.publish'> = async (
  { playbookId, version },
  { caller: { member }, checkTexts },
) => {
  const playbook = found(await findPlaybook(playbookId), 'no-such-playbook', 'playbookId')
  if (playbook.state === 'live' && playbook.version === version) return showPlaybook(playbook)
  ensure(mayPublishPlay(playbook, version), 'version')
  ensureSayable(playbook)
  await ensureSafe(playbook, checkTexts)
  const [subject, at] = [`playbook.${playbookId}.${version}` as const, now()]
  await ensureChecked(subject)
  await queueChecks(subject, playbookItems(playbook), at)
  const change = { state: 'live' as const, updatedAt: at, updatedBy: member._id }
  if (!(await changePlaybook(playbook, change))) throw refusal('stale-version', 'version')
  return showPlaybook({ ...playbook, ...change })
}
