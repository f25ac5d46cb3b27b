// Which code stands on her poster? One per post, rep and kind; the first token stays.
import type { MemberId, PostId, ShareToken } from '@shared/domain/ids'
import { collection } from '../collection'

export type CodeKind = 'mini-code' | 'qr'
/** fileId is null until the picture is stored; whoever finds it so makes the picture again from the same token. */
export type Code = { _id: string; token: ShareToken; kind: CodeKind; fileId: string | null; createdAt: number }

const codes = collection<Code>('codes')

export const codeId = (postId: PostId, repId: MemberId, kind: CodeKind): string => `${postId}.${repId}.${kind}`

export const findCode = (id: string): Promise<Code | null> => codes.get(id)

/** The code as it is stored: the one there first, or this one. */
export const keepCode = async (code: Code): Promise<Code> =>
  (await codes.insertIfAbsent(code)) ? code : ((await findCode(code._id)) ?? code)

export const storeCodeFile = async (id: string, fileId: string): Promise<void> => {
  await codes.change({ _id: id }, { fileId })
}
