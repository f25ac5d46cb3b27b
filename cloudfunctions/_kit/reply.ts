// What goes back when something went wrong? A code, a sentence in the caller's language, and a trace to find the log.
import { randomBytes } from 'node:crypto'
import type { Reply } from '@shared/contracts'
import type { Lang } from '@shared/domain/day'
import { base62 } from '@shared/domain/ids'
import { givenTrace, TRACE_LENGTH } from '@shared/domain/trace'
import { AppError, refusal } from './errors'
import type { Explanation } from './explain'
import { TooFast } from './turns'
import { type Reason, word } from './words.data'

export const newTrace = (): string => base62([...randomBytes(TRACE_LENGTH)].map((byte) => byte / 256))

/** The one that came with the call, so that its tries are found together; a new one where none or no true one came. */
export const traceOf = (event: unknown): string =>
  givenTrace((event as { trace?: unknown } | null | undefined)?.trace) ?? newTrace()

/** An input that breaks its contract; zod has already worded it. */
export class InputError extends AppError {
  constructor(readonly explanation: Explanation) {
    super('invalid', explanation.reason, explanation.field)
  }
}

/** Another's is not there: by the refusal nobody learns that it is somebody's. */
const MISSING: Readonly<Record<string, Reason>> = {
  contactId: 'no-such-contact',
  groupId: 'no-such-group',
  readerKey: 'no-such-reader',
}
const asMissing = (error: unknown): unknown => {
  if (!(error instanceof AppError) || error.reason !== 'not-yours') return error
  return refusal(MISSING[error.field ?? ''] ?? 'no-such-entry', error.field)
}

/** What nobody foresaw is `internal`: its cause is logged, and nothing of it leaves. */
export const toReply = (thrown: unknown, lang: Lang, trace: string): Reply<never> & { ok: false } => {
  const error = asMissing(thrown)
  const { code, reason, field, named } = error instanceof AppError ? error : new AppError('internal')
  const message = error instanceof InputError ? error.explanation.sentence : word(code, reason, lang, named)
  const later = error instanceof TooFast ? { retryAfterS: error.retryAfterS } : {}
  return { ok: false, error: { code, message, trace, ...(reason && { reason }), ...(field && { field }), ...later } }
}
