// Another text, or one in her own words: asked of the cloud, then shown wherever the kit is, without signal too.
import type { Output } from '@shared/contracts'
import { CallError, call } from '@/platform/call'
import { queries } from '@/platform/queries'
import { keepDraft, saveKey } from './saves'
import { kitKey, type OpenedKit } from './use-kits'

type OwnWords = Output<'rep', 'kit.edit'>
type Which = Pick<OpenedKit, 'postId' | 'version'>

/** An answer of kit.open that is still under way may be older than these words: it is asked for again. */
const show = async ({ postId, version }: Which, words: OwnWords): Promise<void> => {
  const queryKey = kitKey(postId)
  const underWay = queries.isFetching({ queryKey }) > 0
  await queries.cancelQueries({ queryKey })
  queries.setQueryData<OpenedKit>(queryKey, (kit) => (kit?.version === version ? { ...kit, ...words } : kit))
  keepDraft(saveKey(postId, version), undefined, Date.now())
  if (underWay) void queries.invalidateQueries({ queryKey })
}

const change = async (kit: Which, asked: Promise<OwnWords>): Promise<void> => {
  try {
    await show(kit, await asked)
  } catch (error) {
    // changed on another phone, or by HQ: what is shown here is not what she would change
    if (error instanceof CallError && error.code === 'conflict')
      void queries.invalidateQueries({ queryKey: kitKey(kit.postId) })
    throw error
  }
}

/** Her wording is gone with the text it was of. May be asked again after a failure: it deals once. Throws CallError. */
export const rerollText = (kit: Which & Pick<OpenedKit, 'rolls'>): Promise<void> =>
  change(kit, call('rep', 'kit.reroll', { postId: kit.postId, version: kit.version, rolls: kit.rolls }))

/** null: back to what she was dealt. Throws CallError. */
export const editText = (kit: Which, text: string | null): Promise<void> =>
  change(kit, call('rep', 'kit.edit', { postId: kit.postId, version: kit.version, text }))
