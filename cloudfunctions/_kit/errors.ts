// What went wrong, for programs: one error type with eight codes; the sentence for people stands in words.ts.
import type { ErrorCode } from '@shared/contracts'
import { type Reason, reasons } from './words.data'

export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason?: Reason,
    readonly field?: string,
    readonly named?: string, // what of the input it is about, told in the sentence
  ) {
    super(reason ?? code)
    this.name = 'AppError'
  }
}

/** The error for a reason, with the code that reason usually has. */
export const refusal = (reason: Reason, field?: string, named?: string): AppError =>
  new AppError(reasons[reason].code, reason, field, named)

/** Goes on only if the rule said yes. */
export function ensure(
  decision: { ok: true } | { ok: false; reason: Reason },
  field?: string,
): asserts decision is { ok: true } {
  if (!decision.ok) throw refusal(decision.reason, field)
}

/** What must be there, or the reason why it is not. */
export const found = <T>(value: T | null | undefined, reason: Reason, field?: string): T => {
  if (value === null || value === undefined) throw refusal(reason, field)
  return value
}
