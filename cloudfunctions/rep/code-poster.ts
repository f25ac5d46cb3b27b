// Which code stands on her poster? A mini-program code inside WeChat, an ordinary QR code to the web page elsewhere.
import type { MemberId, PostId } from '@shared/domain/ids'
import { isRootOf, readPath, rootShare } from '@shared/domain/share'
import { toBuffer } from 'qrcode'
import { decideTaking } from '../_kit/audience'
import { now } from '../_kit/clock'
import { type Code, type CodeKind, codeId, findCode, keepCode, storeCodeFile } from '../_kit/data/codes'
import { findPost } from '../_kit/data/posts'
import { keepShare } from '../_kit/data/shares'
import { ensure, found, refusal } from '../_kit/errors'
import { putFile, signUrls } from '../_kit/files'
import type { Handler } from '../_kit/serve'
import { readerUrl } from '../_kit/settings'
import { makeMiniCode } from '../_kit/wechat'

const READ_PAGE = 'pages/read/index'
const QR_PIXELS = 430

const paint = async ({ kind, token }: Code, postId: PostId): Promise<Buffer> =>
  kind === 'mini-code'
    ? found(await makeMiniCode(token, READ_PAGE), 'code-unavailable')
    : toBuffer(`${readerUrl()}/#${readPath(postId, token)}`, { type: 'png', width: QR_PIXELS, margin: 2 })

const storePicture = async (code: Code, postId: PostId, repId: MemberId): Promise<string> => {
  const fileId = await putFile(`codes/${postId}/${repId}-${code.kind}.png`, await paint(code, postId))
  await storeCodeFile(code._id, fileId)
  return fileId
}

/** The share first: a code that is stored leads somewhere, and a token that is taken never becomes hers. */
const makeCode = async (code: Code, postId: PostId, repId: MemberId): Promise<Code> => {
  const { token, createdAt: at } = code
  const share = await keepShare(rootShare({ token, postId, channel: 'poster', repId, contactId: null, at }))
  if (!isRootOf(share, postId, repId)) throw refusal('token-taken', 'token')
  return keepCode(code)
}

/** The first token asked with stays for good: posters printed yesterday and today lead to the same share. */
export const codePoster: Handler<'rep', 'poster.code'> = async ({ postId, token }, { caller: { member, via } }) => {
  const post = found(await findPost(postId), 'no-such-post', 'postId')
  ensure(await decideTaking(member, post))
  const kind: CodeKind = via === 'mini' ? 'mini-code' : 'qr'
  const _id = codeId(postId, member._id, kind)
  const fresh = { _id, token, kind, fileId: null, createdAt: now() }
  const code = (await findCode(_id)) ?? (await makeCode(fresh, postId, member._id))
  const fileId = code.fileId ?? (await storePicture(code, postId, member._id))
  const urlOf = await signUrls([fileId])
  return { token: code.token, url: urlOf(fileId), fileId, kind }
}
