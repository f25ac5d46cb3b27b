// How is an invitation kept so that whoever reads the database can neither use it nor tell who typed it?
import { createHmac, randomInt } from 'node:crypto'
import type { PersonId } from '@shared/domain/ids'
import { INVITE_LENGTH, INVITE_TRIES_MS, inviteCode } from '@shared/domain/invite'
import { personKey } from './settings'

const LENGTH = 22
const FINE = 2 ** 30
const keyed = (text: string): string =>
  createHmac('sha256', personKey()).update(text).digest('base64url').slice(0, LENGTH)

export const newInvite = (): string => inviteCode(Array.from({ length: INVITE_LENGTH }, () => randomInt(FINE) / FINE))
export const inviteIdOf = (code: string): string => `invite.${keyed(`invite ${code}`)}`

/** Who used one: the same person again is known, and nobody else. */
export const binderOf = (personId: PersonId): string => keyed(`binder ${personId}`)
/** Another one each hour. */
export const triesIdOf = (personId: PersonId, now: number): string =>
  `try.${keyed(`try ${Math.floor(now / INVITE_TRIES_MS)} ${personId}`)}`
