// How many requests to the database has this instance made? An event function's instance works on one call at a time, so the
// difference between two looks is what lies between them.
let requests = 0
let calls = 0

export const countRequest = (): void => {
  requests++
}
export const requestsSoFar = (): number => requests

/** True for the first call of this instance: it started cold. */
export const countCall = (): boolean => calls++ === 0
