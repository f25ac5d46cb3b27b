// Which playbooks are there? HQ's as they stand, and for what they do not cover those that come with the product.
import type { PlaybookId } from '@shared/domain/ids'
import type { Playbook } from '@shared/domain/playbook'
import { PLAYBOOKS } from '@shared/domain/playbooks.data'
import { now } from '../clock'
import { type Change, collection, EVERYTHING } from '../collection'

const playbooks = collection<Playbook>('playbooks')

/** A warm function deals from what was live within this time. */
const LIVE_KEPT_MS = 60_000
let kept: { live: Playbook[]; at: number } | null = null

export const findPlaybook = (id: PlaybookId): Promise<Playbook | null> => playbooks.get(id)

export const insertPlaybook = async (playbook: Playbook): Promise<boolean> => {
  kept = null
  return playbooks.insertIfAbsent(playbook)
}

/** False when it is no longer as it was seen: someone else was faster. */
export const changePlaybook = async (
  { _id, version, state }: Pick<Playbook, '_id' | 'version' | 'state'>,
  change: Change<Playbook>,
): Promise<boolean> => {
  kept = null
  return (await playbooks.change({ _id, version, state }, change)) > 0
}

/** All that HQ has written, by id. */
export const listPlaybooks = (): Promise<Playbook[]> => playbooks.find(EVERYTHING, { order: [['_id', 'asc']] })

/** HQ's live ones first; `playFor` prefers them. What another instance published shows within a minute. */
export const listLivePlaybooks = async (): Promise<Playbook[]> => {
  const at = now()
  if (!kept || at - kept.at >= LIVE_KEPT_MS) {
    kept = { live: await playbooks.find({ state: 'live' }, { order: [['_id', 'asc']] }), at }
  }
  return [...kept.live, ...PLAYBOOKS]
}
