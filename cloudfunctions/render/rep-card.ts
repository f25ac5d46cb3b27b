// Who stands on the picture? Her name, her store and her face.
import type { Member } from '@shared/domain/member'
import { findStore } from '../_kit/data/members'
import { fetchFile } from '../_kit/files'

export type PaintedRep = { name: string; store: string; avatarId: string | null }

export const findPaintedRep = async ({ name, storeId, avatarId }: Member): Promise<PaintedRep> => ({
  name,
  store: (await findStore(storeId))?.name ?? '',
  avatarId: avatarId ?? null,
})

/** null also when the file is gone: a picture without a face is better than none. */
export const fetchFace = async ({ avatarId }: PaintedRep): Promise<Buffer | null> =>
  avatarId === null ? null : fetchFile(avatarId)
