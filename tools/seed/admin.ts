// What only an operator may do: write documents directly. The seed uses it for people (their import comes later)
// and to move "today" into the past, because the functions stamp what they write with the present.
import tcb from '@cloudbase/node-sdk'

export type Admin = {
  set(collection: string, id: string, document: Record<string, unknown>): Promise<void>
  update(collection: string, id: string, fields: Record<string, unknown>): Promise<void>
  clear(collection: string): Promise<void>
  /** The first thousand of those with these values. */
  list(collection: string, where: Record<string, unknown>): Promise<Record<string, unknown>[]>
  updateAll(collection: string, where: Record<string, unknown>, fields: Record<string, unknown>): Promise<void>
  /** Whose a reading is; null while nobody's. */
  personOf(readingId: string): Promise<string | null>
}

const LISTED_MAX = 1000 // of one query

/** Talks to the local cloud named by the SDK's own environment variables (`emulator.adminEnv`). */
export const openAdmin = (envId: string): Admin => {
  const database = tcb.init({ env: envId }).database()
  return {
    async set(collection, id, document) {
      await database.collection(collection).doc(id).set(document)
    },
    async update(collection, id, fields) {
      await database.collection(collection).doc(id).update(fields)
    },
    async clear(collection) {
      await database
        .collection(collection)
        .where({ _id: database.command.gt('') })
        .remove()
    },
    async list(collection, where) {
      return (await database.collection(collection).where(where).limit(LISTED_MAX).get()).data
    },
    async updateAll(collection, where, fields) {
      await database.collection(collection).where(where).update(fields)
    },
    async personOf(readingId) {
      const found = await database.collection('readings').doc(readingId).get()
      return (found.data as { personId: string | null }[])[0]?.personId ?? null
    },
  }
}
