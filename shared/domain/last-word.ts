// Several phones of one rep said yes or no to the same thing, and their words come in any order: what holds, and since when?

/** since: null while it does not hold. saidAt, unsaidAt: when she last said yes, and last said no; ms. */
export type Standing = { since: number | null; saidAt?: number | undefined; unsaidAt?: number | undefined }

const lastYes = ({ since, saidAt }: Standing): number => saidAt ?? since ?? 0

/** Said again it holds since the first time. A no that was said later stands. */
export const sayYes = (was: Standing, at: number): Standing => {
  if (at < (was.unsaidAt ?? 0)) return was
  return { ...was, since: Math.min(was.since ?? at, at), saidAt: Math.max(lastYes(was), at) }
}

/** A yes that was said later stands. */
export const sayNo = (was: Standing, at: number): Standing => {
  const unsaidAt = Math.max(was.unsaidAt ?? 0, at)
  const yes = lastYes(was)
  if (was.since === null || yes <= at) return { ...was, since: null, unsaidAt }
  return { ...was, since: was.since > at ? was.since : yes, unsaidAt }
}
