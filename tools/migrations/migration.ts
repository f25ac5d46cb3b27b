// What is a migration? A numbered change of stored documents, up and down, in batches that may be repeated.

/** `next`: where the following batch begins; null: this was the last. */
export type Batch = { readonly next: string | null; readonly changed: number }

export type Migration = {
  /** Four digits, without gaps; never changed once it has run somewhere. */
  readonly id: string
  readonly name: string
  /** One batch from `after` on. A run broken off does its last batch again, so doing one twice must change nothing. */
  up(after: string | null): Promise<Batch>
  down(after: string | null): Promise<Batch>
}

export type Direction = 'up' | 'down'

/** As it stands in the collection `migrations`. */
export type MigrationState = {
  _id: string
  name: string
  state: 'up' | 'down' | 'going-up' | 'going-down'
  cursor: string | null
  changed: number // documents, in this direction so far
  batches: number
  runId: string // whoever runs it now: another who begins takes it over
  startedAt: number
  endedAt: number | null
}
