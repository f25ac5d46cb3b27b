// Which errors does the local cloud answer with? Codes the platform documents, and EMULATOR_* for what only we refuse.

export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

/** What the local cloud does not imitate is refused by name, so that nothing works here by accident. */
export const unsupported = (what: string): CloudError =>
  new CloudError(
    'EMULATOR_UNSUPPORTED',
    `The local cloud does not support ${what}. Avoid it, or teach emulator/ first.`,
  )

export const invalidParam = (message: string): CloudError => new CloudError('INVALID_PARAM', message)

export const requestFailed = (message: string): CloudError =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)

export const transactionConflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

export const toCloudError = (error: unknown): CloudError => {
  if (error instanceof CloudError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new CloudError('EMULATOR_INTERNAL', message)
}
