// Another set of pictures: asked of the cloud, then shown wherever the kit is.
import { call } from '@/platform/call'
import { changeKit, type Which } from './change-kit'
import type { OpenedKit } from './use-kits'

/** May be asked again after a failure: it deals once. Throws CallError. */
export const repaintPictures = (kit: Which & Pick<OpenedKit, 'pictureRolls'>): Promise<void> =>
  changeKit(kit, call('rep', 'kit.repaint', { postId: kit.postId, version: kit.version, rolls: kit.pictureRolls }))
