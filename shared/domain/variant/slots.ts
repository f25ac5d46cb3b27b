// Where do the texts of one post differ, and by how many characters? Choice by choice, across all voices.
import { choicesOf } from './deal'
import { GAP_KINDS, gapAs } from './layout'
import { type GapKind, radixOf, renderChoice, sourceOf } from './pieces'
import { type ChoicePlan, gapsOf } from './plan'
import { editDistance } from './similarity'

/** Wordings beyond this many in one slot are told apart no more: they count as the author's, never as different. */
const MAX_WORDINGS = 1_000
/** Slots are looked up together while their wordings together are no more than this. */
const GROUP_SIZE = 255
/** Beyond this many wordings, distances are told by what two have in common at their ends. */
const MEASURED_EXACTLY = 100
/** A nested choice of an editor can have millions of digits: those beyond this count as the author's wording. */
const MAX_DIGITS = 4_096

/** One place of the source that some voice may vary: what can stand there, the author's wording first. */
type Slot = { ids: Map<string, number>; wordings: string[] }

/** Slots that are looked up together: one number, in mixed radix, stands for a wording of each. */
type Group = { slots: readonly number[]; size: number; apart: Uint8Array }

/** A text as one number per group: texts of two voices can be compared place by place. */
export type Spots = Uint16Array

export type Slots = {
  /** How many numbers a text has. */
  count: number
  spotsOf: (plan: ChoicePlan, digits: readonly number[]) => Spots
  /** How many characters lie between `id` and every other number of the group. */
  rowOf: (group: number, id: number) => Uint8Array
  /** How much longer than the source these wordings are, in UTF-16 units. */
  growthOf: (plan: ChoicePlan, digits: readonly number[]) => number
}

const newSlot = (source: string): Slot => ({ ids: new Map([[source, 0]]), wordings: [source] })

function idOf(slot: Slot, wording: string): number {
  const known = slot.ids.get(wording)
  if (known !== undefined) return known
  if (slot.wordings.length === MAX_WORDINGS) return 0
  slot.ids.set(wording, slot.wordings.length)
  slot.wordings.push(wording)
  return slot.wordings.length - 1
}

/** Slots stand where choices stand in the source; several at one place are told apart by their turn. */
function placesIn(plan: ChoicePlan): { key: string; source: string }[] {
  const turns = new Map<number, number>()
  let at = 0
  const places: { key: string; source: string }[] = []
  for (const piece of plan.pieces) {
    const source = sourceOf(piece)
    if (typeof piece !== 'string' && 'any' in piece) {
      const turn = turns.get(at) ?? 0
      turns.set(at, turn + 1)
      places.push({ key: `${at}+${source.length}.${turn}`, source })
    }
    at += source.length
  }
  return places
}

/** A kind of gap is one slot; its wording is what all these gaps together read. */
const layoutOf = (plan: ChoicePlan, kind: GapKind, digit: number): string =>
  gapsOf(plan, kind)
    .map((gap) => gapAs(plan.styles, gap, digit))
    .join('')

/** Which slots a plan's digits speak of, and which wording each digit takes. */
type Reading = { slots: (number | null)[]; wordings: number[][] }

function readPlan(plan: ChoicePlan, slots: Slot[], known: Map<string, number>): Reading {
  const slotFor = (key: string, source: string): number => {
    const there = known.get(key)
    if (there !== undefined) return there
    known.set(key, slots.length)
    slots.push(newSlot(source))
    return slots.length - 1
  }
  const slotAt = (slot: number | undefined) => slots[slot ?? 0] as Slot
  const places = placesIn(plan).map(({ key, source }) => slotFor(key, source))
  // a voice without styles for a kind keeps those gaps as written, like digit 0 of the others
  const layouts = GAP_KINDS.map((kind) => (plan.styles[kind].length ? slotFor(kind, layoutOf(plan, kind, 0)) : null))
  const choices = choicesOf(plan)
  const wordings = places.map((slot, i) => {
    const choice = choices[i]
    if (!choice) return []
    const radix = Math.min(radixOf(choice), MAX_DIGITS)
    return Array.from({ length: radix }, (_, digit) => idOf(slotAt(slot), renderChoice(choice, digit)))
  })
  const styles = GAP_KINDS.map((kind, i) =>
    Array.from({ length: plan.styles[kind].length + 1 }, (_, digit) =>
      layouts[i] === null ? 0 : idOf(slotAt(layouts[i] ?? 0), layoutOf(plan, kind, digit)),
    ),
  )
  return { slots: [...places, ...layouts], wordings: [...wordings, ...styles] }
}

/** No less than the edit distance: the longer one without the end and the beginning that both share. */
function roughDistance(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  let same = 0
  while (same < shorter - start && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) same += 1
  return Math.max(a.length, b.length) - start - same
}

/** Edit distance between any two wordings of a slot. */
function measure({ wordings }: Slot): Uint8Array {
  const size = wordings.length
  const distanceOf = size > MEASURED_EXACTLY ? roughDistance : editDistance
  const apart = new Uint8Array(size * size)
  wordings.forEach((a, i) => {
    for (let j = i + 1; j < size; j += 1) {
      const distance = Math.min(255, distanceOf(a, wordings[j] ?? ''))
      apart[i * size + j] = distance
      apart[j * size + i] = distance
    }
  })
  return apart
}

/** A text is then compared in a third of the steps. */
function groupSlots(slots: readonly Slot[]): Group[] {
  const sized = slots.map(({ wordings }, slot) => ({ slot, size: wordings.length }))
  sized.sort((a, b) => b.size - a.size)
  const groups: { slots: number[]; size: number }[] = []
  for (const { slot, size } of sized) {
    const room = groups.find((group) => group.size * size <= GROUP_SIZE)
    if (room) {
      room.slots.push(slot)
      room.size *= size
    } else groups.push({ slots: [slot], size })
  }
  return groups.map((group) => ({ ...group, apart: apartIn(group, slots) })).sort((a, b) => meanOf(b) - meanOf(a))
}

/** What tells texts apart most stands first: two texts are then soon known to be far from each other. */
const meanOf = ({ apart }: Group): number => apart.reduce((sum, distance) => sum + distance, 0) / apart.length

function apartIn(group: { slots: readonly number[]; size: number }, slots: readonly Slot[]): Uint8Array {
  const apart = new Uint8Array(group.size * group.size)
  let unit = 1
  for (const slot of group.slots) {
    const size = slots[slot]?.wordings.length ?? 1
    const table = measure(slots[slot] as Slot)
    for (let i = 0; i < group.size; i += 1) {
      const row = (Math.floor(i / unit) % size) * size
      for (let j = 0; j < group.size; j += 1) {
        const at = i * group.size + j
        apart[at] = Math.min(255, (apart[at] ?? 0) + (table[row + (Math.floor(j / unit) % size)] ?? 0))
      }
    }
    unit *= size
  }
  return apart
}

export function slotsOf(plans: readonly ChoicePlan[]): Slots {
  const slots: Slot[] = []
  const known = new Map<string, number>()
  const readings = new Map(plans.map((plan) => [plan, readPlan(plan, slots, known)]))
  const groups = groupSlots(slots)
  const rows = groups.map(({ size, apart }) =>
    Array.from({ length: size }, (_, id) => apart.subarray(id * size, (id + 1) * size)),
  )
  const places = slots.map((_, slot) => {
    const group = groups.findIndex((each) => each.slots.indexOf(slot) >= 0)
    const before = groups[group]?.slots.slice(0, groups[group]?.slots.indexOf(slot)) ?? []
    const unit = before.reduce((product, other) => product * (slots[other]?.wordings.length ?? 1), 1)
    return { group, unit }
  })
  const eachWording = (plan: ChoicePlan, digits: readonly number[], visit: (slot: number, id: number) => void) => {
    const reading = readings.get(plan)
    reading?.slots.forEach((slot, place) => {
      if (slot !== null) visit(slot, reading.wordings[place]?.[digits[place] ?? 0] ?? 0)
    })
  }
  return {
    count: groups.length,
    spotsOf: (plan, digits) => {
      const spots = new Uint16Array(groups.length)
      eachWording(plan, digits, (slot, id) => {
        const { group, unit } = places[slot] as { group: number; unit: number }
        spots[group] = (spots[group] ?? 0) + id * unit
      })
      return spots
    },
    rowOf: (group, id) => rows[group]?.[id] as Uint8Array,
    growthOf: (plan, digits) => {
      let growth = 0
      eachWording(plan, digits, (slot, id) => {
        const { wordings } = slots[slot] as Slot
        growth += (wordings[id]?.length ?? 0) - (wordings[0]?.length ?? 0)
      })
      return growth
    },
  }
}
