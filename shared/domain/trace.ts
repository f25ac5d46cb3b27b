// Which call was it? A short code made by whoever calls, the same for every try, found again in the log. It says nothing of
// anybody, opens nothing, and is believed in nothing but the search for a log line.

export const TRACE_LENGTH = 10
const TRACE = /^[0-9A-Za-z]{10}$/

/** The code as it came, where it has the form of one; whatever else came is as if nothing had. */
export const givenTrace = (given: unknown): string | null =>
  typeof given === 'string' && given.length === TRACE_LENGTH && TRACE.test(given) ? given : null
