// How may she lead a talk? Every live playbook that suits her kind, its lines in her voice.
import type { ListedPlaybook } from '@shared/contracts/playbook'
import type { Member } from '@shared/domain/member'
import { isBuiltIn, PLAY_FACTS, type PlayFacts, speakLine } from '@shared/domain/play'
import { coversFor, type Playbook } from '@shared/domain/playbook'
import type { Board } from '@shared/domain/talkbook'
import { findBoard } from '../_kit/data/boards'
import { findCoaching } from '../_kit/data/coachings'
import { listLivePlaybooks } from '../_kit/data/playbooks'
import type { Handler } from '../_kit/serve'
import { showSuccess } from '../_kit/show-playbook'

/** What is not known before there is a talk stands there by its name. */
const SLOTS: PlayFacts = Object.fromEntries(PLAY_FACTS.map((fact) => [fact, `{${fact}}`]))

const speak = ({ _id, steps }: Playbook, { _id: repId, name: rep, tone }: Member): ListedPlaybook['steps'] =>
  steps.map(({ name, say, minutes }, i) => ({
    ...{ name, minutes },
    say: say.flatMap((line, j) => speakLine(line, { ...SLOTS, rep }, `${repId}.${_id}.${i}.${j}`, tone) ?? []),
  }))

const show = (playbook: Playbook, member: Member, board: Board | null): ListedPlaybook => {
  const { _id, name, scene, kinds, relation, value, goal, dos, donts } = playbook
  return {
    ...{ playbookId: _id, name, scene, kinds, relation, value, goal, dos, donts },
    ...{ steps: speak(playbook, member), builtIn: isBuiltIn(_id), success: showSuccess(board, _id) },
  }
}

/** What comes with the product gives way where HQ has one; a favourite of hers stays. */
const listFor = (live: readonly Playbook[], { kind = 'guide' }: Member, favourites: readonly string[]): Playbook[] => {
  const hers = live.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind))
  const own = hers.filter(({ _id }) => !isBuiltIn(_id))
  return hers.filter(
    (one) => !isBuiltIn(one._id) || favourites.includes(one._id) || !own.some((wide) => coversFor(kind, wide, one)),
  )
}

export const listPlaybooks: Handler<'rep', 'playbook.list'> = async (_, { caller: { member } }) => {
  const [live, board, { favourites }] = await Promise.all([
    listLivePlaybooks(),
    findBoard('playbooks'),
    findCoaching(member._id),
  ])
  return { playbooks: listFor(live, member, favourites).map((one) => show(one, member, board)), favourites }
}
