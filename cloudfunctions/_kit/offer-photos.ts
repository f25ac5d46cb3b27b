// Where do offered photos lie, and whose upload is it? A path proves its owner to us and says nothing of her to anybody else.
import { createHmac, randomBytes } from 'node:crypto'
import type { Caller } from '@shared/domain/access'
import type { ImageId } from '@shared/domain/ids'
import type { OfferedPhoto, Owner } from '@shared/domain/submission'
import { refusal } from './errors'
import { deleteFile, signUrls } from './files'
import { personKey } from './settings'

const UPLOAD_BYTES = 8
const MARK_LENGTH = 22

type Known = Extract<Caller, { kind: 'person' | 'member' }>

/** A rep is known by her membership: on her phone and at a desk she is the same. */
export const ownerOf = (caller: Known): Owner =>
  caller.kind === 'member' ? { by: 'rep', repId: caller.member._id } : { by: 'customer', personId: caller.personId }

/** Another one for each upload: two photos of one person have nothing in common. */
const markOf = (owner: Owner, upload: string): string =>
  createHmac('sha256', personKey())
    .update(`offered photo ${owner.by === 'rep' ? `rep.${owner.repId}` : `person.${owner.personId}`} ${upload}`)
    .digest('base64url')
    .slice(0, MARK_LENGTH)

const nameOf = (owner: Owner, upload: string): string => `${upload}-${markOf(owner, upload)}`

export const rawOfferPath = (owner: Owner): string =>
  `raw/offered/${nameOf(owner, randomBytes(UPLOAD_BYTES).toString('hex'))}`

const RAW = /^(cloud:\/\/[^/]+\/)raw\/offered\/(([0-9a-f]{16})-[\w-]{22})$/
const TAKEN = /^cloud:\/\/[^/]+\/offered\/(([0-9a-f]{16})-[\w-]{22})\.jpg$/

/** Where an upload of hers is kept once it is taken in; null: not hers. */
export const takenOf = (fileId: string, owner: Owner): { path: string; fileId: string } | null => {
  const [, bucket = '', name = '', upload = ''] = RAW.exec(fileId) ?? []
  if (upload === '' || name !== nameOf(owner, upload)) return null
  const path = `offered/${name}.jpg`
  return { path, fileId: `${bucket}${path}` }
}

const isOwnPhoto = (fileId: string, owner: Owner): boolean => {
  const [, name = '', upload = ''] = TAKEN.exec(fileId) ?? []
  return upload !== '' && name === nameOf(owner, upload)
}

/** Hers, and there. */
export const ensureOwnOffered = async (owner: Owner, fileIds: readonly string[]): Promise<void> => {
  if (!fileIds.length) return
  if (new Set(fileIds).size < fileIds.length || !fileIds.every((fileId) => isOwnPhoto(fileId, owner)))
    throw refusal('not-your-upload', 'photos')
  const urlOf = await signUrls(fileIds)
  if (fileIds.some((fileId) => urlOf(fileId) === '')) throw refusal('upload-missing', 'photos')
}

/** Under which id posts know it. */
export const imageIdOf = ({ fileId }: Pick<OfferedPhoto, 'fileId'>): ImageId =>
  `offer-${TAKEN.exec(fileId)?.[2] ?? ''}` as ImageId

/** A file that is gone already is fine. */
export const deleteOffered = async (photos: readonly Pick<OfferedPhoto, 'fileId'>[]): Promise<void> => {
  for (const { fileId } of photos) await deleteFile(fileId)
}
