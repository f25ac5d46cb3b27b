// With which keys do we sign what we tell, and know the tokens we gave? All derived from the deployment's one secret, each
// for its own use: the database holds none of them.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ApiTokenId } from '@shared/domain/ids'
import type { Webhook } from '@shared/domain/webhook'
import { personKey } from './settings'

const derived = (use: string): Buffer => createHmac('sha256', personKey()).update(`ripple.${use}`).digest()
const macOf = (use: string, text: string): Buffer => createHmac('sha256', derived(use)).update(text).digest()

/** The key an address's tellings are signed with; a new one with every secretRev. */
export const hookSecret = ({ _id, secretRev }: Pick<Webhook, '_id' | 'secretRev'>): string =>
  `whsec_${macOf('webhook', `${_id}.${secretRev}`).toString('base64url')}`

/** HMAC-SHA256 over `${seconds}.${body}`, in hex, with the time it was signed at: `t=1790000000,v1=…`. */
export const signatureOf = (secret: string, body: string, at: number): string => {
  const seconds = Math.floor(at / 1_000)
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

const TOKEN = /^rpl_([0-9A-Za-z_-]{1,40})\.([0-9A-Za-z_-]{43})$/
const proofOf = (tokenId: string): string => macOf('api-token', tokenId).toString('base64url')

export const tokenOf = (tokenId: ApiTokenId): string => `rpl_${tokenId}.${proofOf(tokenId)}`
/** What is kept of it. */
export const hashOfToken = (token: string): string => macOf('api-token-hash', token).toString('base64url')

/** Did we ever give this token? Answered without asking the database, so that guessing costs nothing. */
export const isOurToken = (token: string): boolean => {
  const [, tokenId = '', proof = ''] = TOKEN.exec(token) ?? []
  const [given, right] = [Buffer.from(proof), Buffer.from(proofOf(tokenId))]
  return given.length === right.length && timingSafeEqual(given, right)
}
