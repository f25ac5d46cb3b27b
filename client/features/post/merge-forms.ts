// Two people wrote from the same start: what does a draft with both their work say? Where both wrote the same place, mine stays.
import type { DraftForm, SectionForm } from './draft-form'

/** Places that both changed, each its own way: a field, or a section by its id. Theirs is among the versions. */
export type Merged = { form: DraftForm; clashes: string[] }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

type Three<T> = { base: T; mine: T; theirs: T }

/** Whoever changed it has it; who changed it alike, too. */
const pick = <T>({ base, mine, theirs }: Three<T>, onClash: () => T): T => {
  if (same(mine, base)) return theirs
  return same(theirs, base) || same(mine, theirs) ? mine : onClash()
}

type Keyed<T> = {
  keyOf: (item: T) => string
  merge: (of: Three<T>) => T // both have it still, and it was there at the start
}

/** Mine in my order; what they added follows what it follows with them, what they took out goes unless I changed it. */
const mergeLists = <T>({ base, mine, theirs }: Three<T[]>, { keyOf, merge }: Keyed<T>): T[] => {
  const find = (list: readonly T[], key: string) => list.find((item) => keyOf(item) === key)
  const merged = mine.flatMap((item) => {
    const [before, other] = [find(base, keyOf(item)), find(theirs, keyOf(item))]
    if (before === undefined) return [item]
    if (other === undefined) return same(item, before) ? [] : [item]
    return [merge({ base: before, mine: item, theirs: other })]
  })
  theirs.forEach((item, place) => {
    const before = find(base, keyOf(item))
    if (find(merged, keyOf(item)) !== undefined) return
    if (before !== undefined && same(before, item)) return // I took it out, they left it as it was
    const previous = theirs[place - 1]
    const after = previous === undefined ? -1 : merged.findIndex((one) => keyOf(one) === keyOf(previous))
    merged.splice(place > 0 && after < 0 ? merged.length : after + 1, 0, item)
  })
  return merged
}

const words: Keyed<string> = { keyOf: (word) => word, merge: ({ mine }) => mine }
const byImage = <T extends { imageId: string }>(): Keyed<T> => ({
  keyOf: ({ imageId }) => imageId,
  merge: (three) => pick(three, () => three.mine),
})

const SECTION_FIELDS = ['heading', 'body', 'imageId', 'form'] as const

const mergeSections = (three: Three<SectionForm[]>, clash: (place: string) => void): SectionForm[] =>
  mergeLists(three, {
    keyOf: ({ id }) => id,
    merge: ({ base, mine, theirs }) => {
      const section: Record<string, unknown> = { ...mine }
      for (const field of SECTION_FIELDS)
        section[field] = pick<unknown>({ base: base[field], mine: mine[field], theirs: theirs[field] }, () => {
          clash(mine.id)
          return mine[field]
        })
      return section as SectionForm
    },
  })

const LISTS = [
  'lockedWords',
  'vetoes',
  'imageIds',
  'topics',
  'storeIds',
  'regionIds',
  'teamIds',
  'kinds',
  'tones',
  'labels',
  'circleIds',
  'channels',
] as const satisfies (keyof DraftForm)[]

/** base: what both started from. */
export const mergeForms = ({ base, mine, theirs }: Three<DraftForm>): Merged => {
  const clashes = new Set<string>()
  const form: Record<string, unknown> = {}
  for (const field of Object.keys(mine) as (keyof DraftForm)[])
    form[field] = pick<unknown>({ base: base[field], mine: mine[field], theirs: theirs[field] }, () => {
      clashes.add(field)
      return mine[field]
    })
  const merged = form as DraftForm
  const both = <T>(field: keyof DraftForm, value: T): T => {
    clashes.delete(field)
    return value
  }
  for (const field of LISTS)
    if (clashes.has(field)) {
      const lists = { base: base[field], mine: mine[field], theirs: theirs[field] } as Three<string[]>
      Object.assign(merged, { [field]: both(field, mergeLists(lists, words)) })
    }
  if (clashes.has('imageMarks')) {
    const marks = { base: base.imageMarks, mine: mine.imageMarks, theirs: theirs.imageMarks }
    merged.imageMarks = both('imageMarks', mergeLists(marks, byImage()))
  }
  if (clashes.has('minors')) {
    const minors = { base: base.minors, mine: mine.minors, theirs: theirs.minors }
    merged.minors = both('minors', mergeLists(minors, byImage()))
  }
  if (clashes.has('sections')) {
    const sections = { base: base.sections, mine: mine.sections, theirs: theirs.sections }
    clashes.delete('sections')
    merged.sections = mergeSections(sections, (id) => clashes.add(id))
  }
  return { form: merged, clashes: [...clashes] }
}
