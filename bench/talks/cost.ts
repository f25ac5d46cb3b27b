// What does picking cost? One rep with 1,000 contacts, as they stand after some simulated months.

import type { ContactId } from '@shared/domain/ids'
import { pickTalks, priorOf } from '@shared/domain/pick-talks'
import type { ContactFacts } from '@shared/domain/talk'
import type { Part } from '../part'
import { median } from '../report'
import { makeRep } from './month'
import { dayName, instant, Posts } from './posts'
import { MORNING, seenOf } from './seen'
import { WORLD_A } from './world.data'

const CONTACTS = 1_000
const REPS = 5 // of 200 contacts each, put together
const ROUNDS = 21

const factsOfMany = (): ContactFacts[] => {
  const posts = new Posts(WORLD_A, 1)
  return Array.from({ length: REPS }, (_, rep) => makeRep({ world: WORLD_A, posts, seed: 1, rep }).contacts)
    .flatMap((contacts, rep) =>
      contacts.map((contact): ContactFacts => {
        const facts = seenOf(contact, 0).facts()
        return { ...facts, contactId: `${rep}.${facts.contactId}` as ContactId }
      }),
    )
    .slice(0, CONTACTS)
}

const cpuMs = (work: () => void): number => {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1_000
}

export const cost: Part = {
  name: 'cost',
  run: async () => {
    const contacts = factsOfMany()
    const context = { day: dayName(0), now: instant(0, MORNING), aDay: 6, learned: {}, prior: priorOf({}) }
    const rounds = Array.from({ length: ROUNDS }, () => cpuMs(() => pickTalks(contacts, context)))
    return [
      {
        metric: `picking for ${contacts.length} contacts, median CPU`,
        value: median(rounds),
        unit: 'ms',
        goal: { atMost: 100 },
      },
    ]
  },
}
