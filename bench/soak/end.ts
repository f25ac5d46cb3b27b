// Is everything there that was acknowledged, and nothing twice? What waits is sent, all is counted, and each account is held against the cloud.
import { setTimeout as sleep } from 'node:timers/promises'
import * as tcb from '@cloudbase/node-sdk'
import { above, collection } from '../../cloudfunctions/_kit/collection'
import { openBatch } from '../../cloudfunctions/_kit/data/batches'
import { type Reading, totalMs } from '../../shared/domain/reading'
import type { Tally } from '../../shared/domain/tally'
import { recountProfiles } from '../../tools/recount/profiles'
import { recountTallies } from '../../tools/recount/readings'
import { recountWork } from '../../tools/recount/work'
import type { Cloud } from '../reading/cloud'
import type { Account, Held } from './account'
import { holdNotes, type NotesHeld } from './notes'
import type { Phone } from './phone'
import type { ReaderLife } from './reader'
import type { RepLife } from './rep'
import type { Town } from './town'

/** Together longer than it takes until a batch that a fault left open is taken over. */
const ROUNDS = 60
const ROUND_MS = 5_000
const HALF_AN_HOUR_MS = 1_800_000
const TOGETHER = 20

const inPortions = async <T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < all.length; from += TOGETHER) await Promise.all(all.slice(from, from + TOGETHER).map(act))
}

const isWaiting = ({ parts }: Phone): boolean => parts.readQueue().length > 0 || parts.countWaiting() > 0

/** How many phones still have something to send, after patience. */
export const drain = async (cloud: Cloud, phones: readonly Phone[], underWay: () => number): Promise<number> => {
  for (const phone of phones) phone.findSignal()
  for (let round = 0; ; round++) {
    while (underWay() > 0) await sleep(100)
    const waiting = phones.filter(isWaiting)
    if (waiting.length === 0 || round === ROUNDS) return waiting.length
    await inPortions(waiting, async ({ parts }) => {
      await parts.flushOutbox()
      await parts.sendAllReports()
    })
    // what a batch holds is taken once it is done
    if (waiting.some(isWaiting)) await cloud.ask('jobs')
    if (round > 2) await sleep(ROUND_MS)
  }
}

/**
 * Half an hour passes for what is not counted yet, and the jobs run until nothing is left for them to sum. Profiles are
 * compared before that, as they came about: they remember when something was read. Returns their differences.
 */
export const countAll = async (cloud: Cloud): Promise<string[]> => {
  await cloud.ask('jobs') // what a fault left open is done now
  const differences = await recountProfiles(Date.now())
  const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true }).database()
  const earlier = db.command.inc(-HALF_AN_HOUR_MS)
  await db.collection('readings').where({ counted: null }).update({ openedAt: earlier, lastAt: earlier })
  for (let round = 0; round < ROUNDS; round++) {
    const { data } = await cloud.ask<{ data: Record<string, { done?: number; failed?: string }> }>('jobs')
    const idle = ['count-readings', 'refresh-readers', 'sum-work', 'set-aside'].every((job) => data[job]?.done === 0)
    if (idle && (await openBatch()) === null) break
    if (idle) await sleep(ROUND_MS)
  }
  return differences
}

const pageAll = async <T extends { _id: string }>(name: string): Promise<T[]> => {
  const all = collection<{ _id: string }>(name)
  const found: T[] = []
  for (let after = ''; ; ) {
    const portion = (await all.find({ _id: above(after) }, { order: [['_id', 'asc']] })) as T[]
    found.push(...portion)
    const last = portion[portion.length - 1]
    if (!last) return found
    after = last._id
  }
}

const TRIES = 3

/** As on a phone, a line that broke while nobody used it is no answer: asked again. */
const seePrivacy = async (phone: Phone, tries = TRIES): Promise<{ consents: readonly { repId: string }[] }> => {
  try {
    return await phone.parts.call('reader', 'privacy.see', {})
  } catch (error) {
    if (tries === 1) throw error
    await sleep(1_000)
    return seePrivacy(phone, tries - 1)
  }
}

/** Whose consents are not as she was told; what she could not know is passed over. */
const wrongConsents = async (readers: readonly ReaderLife[]): Promise<number> => {
  let wrong = 0
  await inPortions(
    readers.filter(({ agreed }) => agreed.size > 0),
    async ({ phone, agreed }) => {
      const { consents } = await seePrivacy(phone)
      const inForce = new Set(consents.map(({ repId }) => repId))
      for (const [rep, said] of agreed) if (said !== null && inForce.has(rep) !== said) wrong += 1
    },
  )
  return wrong
}

export type Checked = {
  held: Held
  readings: { stored: number; sums: number; storedMs: number; sumsMs: number; accountMs: number; ackedMs: number }
  recount: string[]
  wrongConsents: number
  consents: { given: number; ended: number; unknown: number }
  notes: NotesHeld
  shares: { told: number; lost: number }
}

export const check = async (
  account: Account,
  lives: { readers: readonly ReaderLife[]; reps: readonly RepLife[]; town: Town },
): Promise<Checked> => {
  const { readers, reps, town } = lives
  const stored = await pageAll<Reading>('readings')
  const all = (await pageAll<Tally>('tallies')).filter(({ of }) => of === 'all')
  const notes = await pageAll<{ _id: string; contactId: string | null; at: number }>('notes')
  const people = await pageAll<{ _id: string; createdAt: number }>('contacts')
  const contacts = new Map(people.map(({ _id, createdAt }) => [_id, createdAt]))
  const shares = new Set((await pageAll('shares')).map(({ _id }) => _id))
  const said = readers.flatMap(({ agreed }) => [...agreed.values()])
  const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((n, one) => n + of(one), 0)
  const written = {
    notes: new Map(reps.flatMap((rep) => [...rep.written])),
    noted: reps.flatMap(({ noted }) => noted),
    met: reps.flatMap(({ met }) => met),
    endings: sum(readers, ({ endings }) => endings),
  }
  return {
    held: account.hold(stored),
    readings: {
      ...{ stored: stored.length, sums: sum(all, ({ readings }) => readings) },
      ...{ storedMs: sum(stored, totalMs), sumsMs: sum(all, ({ ms }) => ms) },
      ...{ accountMs: account.ms, ackedMs: account.ackedMs },
    },
    recount: [...(await recountTallies()), ...(await recountWork())],
    wrongConsents: await wrongConsents(readers),
    consents: {
      given: said.filter((one) => one === true).length,
      ended: said.filter((one) => one === false).length,
      unknown: said.filter((one) => one === null).length,
    },
    notes: holdNotes(written, { notes, contacts }),
    shares: { told: town.shares.length, lost: town.shares.filter((token) => !shares.has(token)).length },
  }
}
