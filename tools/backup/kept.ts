// What belongs into a backup? All that people and the firm wrote, and what is worked out from it.
import { schema } from '../../shared/schema'

/** What a cloud says of its own working: it moves with every call, and is another cloud's business. */
const OF_THE_CLOUD: readonly string[] = ['metrics', 'ops', 'releases']
/** How far the data has been migrated: comes back with the data, whatever a fresh deployment wrote there. */
export const OF_THE_DATA: readonly string[] = ['migrations']

export const KEPT = schema.map(({ name }) => name).filter((name) => !OF_THE_CLOUD.includes(name))
