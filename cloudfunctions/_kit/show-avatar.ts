// Which picture of herself does a rep show? Its file, signed; null: none, or it is gone.
import type { Member } from '@shared/domain/member'
import { signUrls } from './files'

export type ShownAvatar = { fileId: string; url: string }

export const showAvatar = async (avatarId: Member['avatarId']): Promise<ShownAvatar | null> => {
  if (!avatarId) return null
  const url = (await signUrls([avatarId]))(avatarId)
  return url === '' ? null : { fileId: avatarId, url }
}
