// Is the order a true permutation: no two ordinals with the same digits, none out of range?
import fc from 'fast-check'
import { permuteDigits, toDigits } from '../../shared/domain/variant/feistel'

const radices = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })

test('every vector of a small space is reached exactly once, for any radices and key', () => {
  fc.assert(
    fc.property(radices, fc.nat(), (sizes, salt) => {
      const space = sizes.reduce((product, size) => product * size, 1)
      const seen = new Set<string>()
      let strays = 0
      for (let ordinal = 0; ordinal < space; ordinal += 1) {
        const digits = permuteDigits(toDigits(ordinal, sizes), sizes, salt)
        strays += digits.filter((digit, place) => digit < 0 || digit >= (sizes[place] ?? 0)).length
        seen.add(digits.join(','))
      }
      expect(strays).toBe(0)
      expect(seen.size).toBe(space)
    }),
    { numRuns: 60 },
  )
})

test('large spaces keep ordinals apart', () => {
  const sizes = [49, 3, 2, 61, 2, 3, 5, 2, 4, 49]
  const seen = new Set(Array.from({ length: 5_000 }, (_, i) => permuteDigits(toDigits(i, sizes), sizes, 7).join()))
  expect(seen.size).toBe(5_000)
})

test('another key, another order', () => {
  const sizes = [49, 3, 2, 61]
  const order = (salt: number) =>
    Array.from({ length: 20 }, (_, i) => permuteDigits(toDigits(i, sizes), sizes, salt).join()).join(' ')
  expect(order(1)).not.toBe(order(2))
})
