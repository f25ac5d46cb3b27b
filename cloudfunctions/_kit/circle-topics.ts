// Of which topics did we publish lately, and how often?
import { now } from './clock'
import { listTopicsSince } from './data/circles'

/** What people read two months ago they do not look for again. */
export const PUBLISHED_DAYS = 60
const DAY_MS = 86_400_000

/** The most published first. */
export const listPublishedTopics = async (): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  for (const { topics } of await listTopicsSince(now() - PUBLISHED_DAYS * DAY_MS))
    for (const topic of new Set(topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}
