// Another text, or one in her own words: asked of the cloud, then shown wherever the kit is, without signal too.
import type { Output } from '@shared/contracts'
import { call } from '@/platform/call'
import { changeKit, type Which } from './change-kit'
import { keepDraft, saveKey } from './saves'
import type { OpenedKit } from './use-kits'

type OwnWords = Output<'rep', 'kit.edit'>

const change = async (kit: Which, asked: Promise<OwnWords>): Promise<void> => {
  await changeKit(kit, asked)
  keepDraft(saveKey(kit.postId, kit.version), undefined, Date.now())
}

/** Her wording is gone with the text it was of. May be asked again after a failure: it deals once. Throws CallError. */
export const rerollText = (kit: Which & Pick<OpenedKit, 'rolls'>): Promise<void> =>
  change(kit, call('rep', 'kit.reroll', { postId: kit.postId, version: kit.version, rolls: kit.rolls }))

/** null: back to what she was dealt. Throws CallError. */
export const editText = (kit: Which, text: string | null): Promise<void> =>
  change(kit, call('rep', 'kit.edit', { postId: kit.postId, version: kit.version, text }))
