// What the cloud changed in her kit: shown wherever the kit is, without signal too.
import { CallError } from '@/platform/call'
import { queries } from '@/platform/queries'
import { kitKey, type OpenedKit } from './use-kits'

export type Which = Pick<OpenedKit, 'postId' | 'version'>

/** An answer of kit.open that is still under way may be older than this one: it is asked for again. */
const show = async ({ postId, version }: Which, change: Partial<OpenedKit>): Promise<void> => {
  const queryKey = kitKey(postId)
  const underWay = queries.isFetching({ queryKey }) > 0
  await queries.cancelQueries({ queryKey })
  queries.setQueryData<OpenedKit>(queryKey, (kit) => (kit?.version === version ? { ...kit, ...change } : kit))
  if (underWay) void queries.invalidateQueries({ queryKey })
}

/** Throws what `asked` throws. */
export const changeKit = async (kit: Which, asked: Promise<Partial<OpenedKit>>): Promise<void> => {
  try {
    await show(kit, await asked)
  } catch (error) {
    // changed on another phone, or by HQ: what is shown here is not what she would change
    if (error instanceof CallError && error.code === 'conflict')
      void queries.invalidateQueries({ queryKey: kitKey(kit.postId) })
    throw error
  }
}
