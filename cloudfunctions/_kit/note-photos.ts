// Where do the photos of a consultation lie, and may a note have these? Only what its rep uploaded and had taken in.
import type { MemberId } from '@shared/domain/ids'
import type { Note } from '@shared/domain/note'
import { refusal } from './errors'
import { deleteFile, signUrls } from './files'

/** `upload`: 16 hex digits that no upload had before. */
export const photoPath = (repId: MemberId, upload: string): string => `photos/${repId}/${upload}.jpg`

const TAKEN = /^cloud:\/\/[^/]+\/(photos\/.+\/([0-9a-f]{16})\.jpg)$/

export const isOwnPhoto = (fileId: string, repId: MemberId): boolean => {
  const [, path, upload] = TAKEN.exec(fileId) ?? []
  return path !== undefined && upload !== undefined && path === photoPath(repId, upload)
}

export const ensureOwnPhotos = async (repId: MemberId, fileIds: readonly string[]): Promise<void> => {
  if (!fileIds.length) return
  if (!fileIds.every((fileId) => isOwnPhoto(fileId, repId))) throw refusal('not-your-upload', 'photos')
  const urlOf = await signUrls(fileIds)
  if (fileIds.some((fileId) => urlOf(fileId) === '')) throw refusal('upload-missing', 'photos')
}

/** Before the notes themselves: they are what names them. */
export const deletePhotosOf = async (notes: readonly Pick<Note, 'photos'>[]): Promise<void> => {
  for (const { fileId } of notes.flatMap(({ photos }) => photos)) await deleteFile(fileId)
}
