// Which way of writing does she stay with: 道理, 成绩 or 科学? Measured against what she was offered.
import { FORMS, type Form, type ReadEntry } from './reader'

export const FORM_NAMES: Record<Form, string> = { reason: '道理', result: '成绩', science: '科学' }

const DAY_MS = 86_400_000
/** How one likes to be spoken to changes slowly. */
export const TASTE_HALF_LIFE_MS = 60 * DAY_MS
const POSTS_MIN = 2
const READ_MIN_MS = 60_000
/** She stays with it this much longer than with what else stood there. */
const LIFT_MIN = 1.25
/** From here on it is as clear as it gets. */
const LIFT_FULL = 2.5

export type Taste = { form: Form; strength: number; posts: number; readings: number; ms: number; lastAt: number }

type Sums = { read: number; offered: number }

const sumsOf = (entries: readonly ReadEntry[], form: Form, now: number): Sums =>
  entries.reduce<Sums>(
    ({ read, offered }, entry) => {
      const left = 2 ** (-Math.max(0, now - entry.at) / TASTE_HALF_LIFE_MS)
      return { read: read + left * (entry.forms?.[form] ?? 0), offered: offered + left * (entry.offered?.[form] ?? 0) }
    },
    { read: 0, offered: 0 },
  )

/** The one form that stands out, or none: where only one was offered there was no choice. */
export const tasteOf = (entries: readonly ReadEntry[], now: number): Taste | null => {
  const read = entries.filter(({ forms, score }) => forms && score > 0)
  const sums = FORMS.map((form) => ({ form, ...sumsOf(read, form, now) })).filter(({ offered }) => offered > 0)
  if (sums.length < 2) return null
  const rate = ({ read: ms, offered }: Sums) => ms / offered
  const best = sums.reduce((a, b) => (rate(b) > rate(a) ? b : a))
  const rest = sums.filter(({ form }) => form !== best.form)
  const others = rest.reduce((n, { read: ms }) => n + ms, 0) / rest.reduce((n, { offered }) => n + offered, 0)
  const lift = others > 0 ? rate(best) / others : LIFT_FULL
  const evidence = read.filter(({ forms }) => (forms?.[best.form] ?? 0) > 0)
  const ms = evidence.reduce((n, { forms }) => n + (forms?.[best.form] ?? 0), 0)
  const posts = new Set(evidence.map(({ postId }) => postId)).size
  if (lift < LIFT_MIN || posts < POSTS_MIN || ms < READ_MIN_MS) return null
  return {
    form: best.form,
    strength: Math.min(1, (lift - 1) / (LIFT_FULL - 1)),
    ...{ posts, readings: evidence.length, ms },
    lastAt: Math.max(...evidence.map(({ at }) => at)),
  }
}
