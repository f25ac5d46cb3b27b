// Where do the texts of one post differ, and by how many characters? Choice by choice, across all voices.
import { choicesOf } from './deal'
import { GAP_KINDS, gapAs } from './layout'
import { type GapKind, radixOf, renderChoice, sourceOf } from './pieces'
import { type ChoicePlan, gapsOf } from './plan'
import { editDistance } from './similarity'

/** Wordings beyond this many in one slot are told apart no more: they count as alike, never as different. */
const MAX_WORDINGS = 255

/** One place of the source that some voice may vary: what can stand there, and how far the wordings lie apart. */
type Slot = { ids: Map<string, number>; wordings: string[] }

/** A text as one wording's number per slot: texts of two voices can be compared place by place. */
export type Spots = Uint8Array

export type Slots = {
  count: number
  /** Which wordings these digits take. */
  spotsOf: (plan: ChoicePlan, digits: readonly number[]) => Spots
  /** Edit distance between wording `id` and every wording of the slot. */
  rowOf: (slot: number, id: number) => Uint8Array
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

type Reading = { slots: number[]; wordings: number[][] }

/** Which slots a plan's digits speak of, and which wording each digit takes. */
function readPlan(plan: ChoicePlan, slots: Slot[], known: Map<string, number>): Reading {
  const slotFor = (key: string, source: string): number => {
    const there = known.get(key)
    if (there !== undefined) return there
    known.set(key, slots.length)
    slots.push(newSlot(source))
    return slots.length - 1
  }
  const places = placesIn(plan).map(({ key, source }) => slotFor(key, source))
  const layouts = GAP_KINDS.map((kind) => slotFor(kind, layoutOf(plan, kind, 0)))
  const choices = choicesOf(plan)
  const wordings = places.map((slot, i) => {
    const choice = choices[i]
    const radix = choice ? Math.min(radixOf(choice), MAX_DIGITS) : 0
    return Array.from({ length: radix }, (_, digit) =>
      idOf(slots[slot] as Slot, choice ? renderChoice(choice, digit) : ''),
    )
  })
  const styles = GAP_KINDS.map((kind, i) =>
    Array.from({ length: plan.styles[kind].length + 1 }, (_, digit) =>
      idOf(slots[layouts[i] as number] as Slot, layoutOf(plan, kind, digit)),
    ),
  )
  return { slots: [...places, ...layouts], wordings: [...wordings, ...styles] }
}

/** A nested choice of an editor can have millions of digits: those beyond this count as the author's wording. */
const MAX_DIGITS = 4_096

function measure(slot: Slot): Uint8Array {
  const { wordings } = slot
  const apart = new Uint8Array(wordings.length * wordings.length)
  wordings.forEach((a, i) => {
    for (let j = i + 1; j < wordings.length; j += 1) {
      const distance = Math.min(255, editDistance(a, wordings[j] ?? ''))
      apart[i * wordings.length + j] = distance
      apart[j * wordings.length + i] = distance
    }
  })
  return apart
}

export function slotsOf(plans: readonly ChoicePlan[]): Slots {
  const slots: Slot[] = []
  const known = new Map<string, number>()
  const readings = new Map(plans.map((plan) => [plan, readPlan(plan, slots, known)]))
  const tables = slots.map(measure)
  return {
    count: slots.length,
    spotsOf: (plan, digits) => {
      const spots = new Uint8Array(slots.length)
      const reading = readings.get(plan)
      reading?.slots.forEach((slot, place) => {
        spots[slot] = reading.wordings[place]?.[digits[place] ?? 0] ?? 0
      })
      return spots
    },
    rowOf: (slot, id) => {
      const size = slots[slot]?.wordings.length ?? 0
      return (tables[slot] as Uint8Array).subarray(id * size, (id + 1) * size)
    },
  }
}
