// Do like texts have like hashes, and is the fast way of counting the plain one?
import fc from 'fast-check'
import { mixWords } from '../../shared/domain/variant/hash'
import {
  bitsIn,
  readSimHash,
  type SimHash,
  simHash,
  simHashDistance,
  simHashText,
} from '../../shared/domain/variant/simhash'

/** Bit by bit, as the method is told in a textbook. */
const plainly = (text: string): SimHash => {
  const counts = new Array<number>(64).fill(0)
  const grams = Math.max(1, text.length - 2)
  for (let at = 0; at < grams; at += 1) {
    const units = [0, 1, 2].map((i) => (at + i < text.length ? text.charCodeAt(at + i) : 0))
    const low = units.reduce((word, unit) => mixWords(word, unit), 0)
    const high = mixWords(low, 1)
    for (let bit = 0; bit < 32; bit += 1) {
      counts[bit] = (counts[bit] ?? 0) + ((low >>> bit) & 1)
      counts[32 + bit] = (counts[32 + bit] ?? 0) + ((high >>> bit) & 1)
    }
  }
  const word = (from: number) =>
    counts.slice(from, from + 32).reduce((bits, count, bit) => (count > grams / 2 ? bits | (1 << bit) : bits), 0) >>> 0
  return [word(32), word(0)]
}

test('counting all bits at once equals counting them one by one', () => {
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => expect(simHash(text)).toEqual(plainly(text))))
})

test.each([
  ['nothing', '', ''],
  ['the same', '涟漪慢慢散开。', '涟漪慢慢散开。'],
])('%s differs by no bit', (_, a, b) => {
  expect(simHashDistance(simHash(a), simHash(b))).toBe(0)
})

test('a word more moves few bits, another text moves many', () => {
  const text =
    '以旧换新最高补贴800元，补贴后到手价2499元。免费上门安装，整机质保3年。周六周日门店有专人讲解，欢迎带着尺寸来咨询。'
  const near = simHashDistance(simHash(text), simHash(text.replace('咨询', '问问')))
  const far = simHashDistance(
    simHash(text),
    simHash('降温啦，衣柜里还缺一件轻便又保暖的外套吗？出差旅行塞进包里都不占地方。'),
  )
  expect(near).toBeLessThan(12)
  expect(far).toBeGreaterThan(20)
})

test('stored and read again it is the same', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const hash = simHash(text)
      expect(simHashText(hash)).toMatch(/^[0-9a-f]{16}$/)
      expect(readSimHash(simHashText(hash))).toEqual(hash)
    }),
  )
})

test('bits are counted', () => {
  expect([0, 1, 0xff, 0xffffffff, 0x80000000].map(bitsIn)).toEqual([0, 1, 8, 32, 1])
})
