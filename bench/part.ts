// What is a part of a bench? A name to ask for it by, and a run that measures.
import type { Metric } from './report'

/**
 * tenMillion: also the case that takes long (`--10m`). minutes: how long a soak lasts. say: a line for the person who waits,
 * e.g. that an anchor is absent.
 */
export type Asked = { tenMillion: boolean; minutes?: number; say: (line: string) => void }

/** Throws only when it could not measure; a missed goal is a metric like any other. */
export type Part = { name: string; run: (asked: Asked) => Promise<Metric[]> }
