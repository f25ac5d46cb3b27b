// Does every photo stand once within a set, without the name card?
import { photoSets } from '../../bench/images/sets'
import type { Subject } from '../../bench/images/subjects'

const subject = (name: string, kind: 'photo' | 'poster'): Subject => ({
  name,
  kind,
  jpeg: Buffer.alloc(0),
  width: 1,
  height: 1,
  model: { width: 1, height: 1, grey: Uint8Array.of(0) },
})

test('every photo is measured once, in a set of nine different photos, and never at an end', () => {
  const photos = Array.from({ length: 13 }, (_, n) => subject(`photo-${n}`, 'photo'))
  const sets = photoSets([...photos, subject('poster', 'poster')])
  const measured = sets.flatMap(({ images, measured: at }) => at.map((index) => images[index]?.name))
  expect(measured.sort()).toEqual(photos.map(({ name }) => name).sort())
  for (const { images, measured: at } of sets) {
    expect(new Set(images.map(({ name }) => name)).size).toBe(9)
    expect(at).not.toContain(0)
    expect(at).not.toContain(8)
    expect(images.every(({ kind }) => kind === 'photo')).toBe(true)
  }
})
