// Are the bench's picture hashes the published ones, and are pairs counted right?
import { cellsOf, dHash } from '../../bench/images/dhash'
import { medianBits, pairsOf64, pairsOf256, shareFrom } from '../../bench/images/pairs'
import { pdq } from '../../bench/images/pdq'

const paint = (width: number, height: number, of: (x: number, y: number) => number) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width))),
})

/** As Meta prints it: words of 16 bits, the last first. */
const asMeta = (hash: Uint32Array): string =>
  Array.from({ length: 16 }, (_, i) => {
    const at = 15 - i
    return (((hash[at >> 1] ?? 0) >>> (16 * (at & 1))) & 0xffff).toString(16).padStart(4, '0')
  }).join('')

describe('dHash', () => {
  test('sets each bit where it grows lighter to the right, none where it grows darker', () => {
    expect(dHash(paint(90, 80, (x) => x))).toEqual([0xffffffff, 0xffffffff])
    expect(dHash(paint(90, 80, (x) => 90 - x))).toEqual([0, 0])
  })

  test('puts the upper half into the first word', () => {
    expect(dHash(paint(45, 40, (x, y) => (y < 20 ? 2 * x : 0)))).toEqual([0xffffffff, 0])
  })

  test('counts a pixel on a border for both cells by its share', () => {
    // 10 columns over 9 cells: the first cell holds pixel 0 whole and a ninth of pixel 1
    const cells = cellsOf(paint(10, 8, (x) => (x === 1 ? 90 : 0)))
    expect(cells[0]).toBeCloseTo((90 * (1 / 9)) / (10 / 9), 9)
    expect(cells[1]).toBeCloseTo((90 * (8 / 9)) / (10 / 9), 9)
  })
})

describe('PDQ', () => {
  const busy = (x: number, y: number) => ((x * x) / 37 + y * 5 + ((x * y) % 53) * 3) % 256

  // reckoned by a C++ transcript of the steps Meta published (ThreatExchange, pdq/cpp), on the same bytes
  test.each([
    [200, 150, 'c154b9de81e61cbe71f04320c287533096c153389660acc7eb9facc7ab9fadc3'],
    [101, 257, 'eaabbdd6ab2a9dd693b0dfd6efa48029dc8d0829dcc90229df09a8a9d896c0a9'],
  ])('of %i × %i pixels is what the reference gives', (width, height, hash) => {
    expect(asMeta(pdq(paint(width, height, busy)))).toBe(hash)
  })

  test('half of its bits are set', () => {
    const set = [...pdq(paint(99, 77, busy))].reduce((sum, word) => sum + word.toString(2).split('1').length - 1, 0)
    expect(set).toBe(128)
  })
})

describe('pairs', () => {
  test('are all compared, once each', () => {
    const counted = pairsOf64([
      [0, 0],
      [0, 1],
      [0xffffffff, 1],
    ])
    expect(counted.pairs).toBe(3)
    expect([counted.counts[1], counted.counts[32], counted.counts[33]]).toEqual([1, 1, 1])
    expect(shareFrom(counted, 1)).toBe(100)
    expect(shareFrom(counted, 33)).toBeCloseTo(100 / 3, 9)
    expect(medianBits(counted)).toBe(32)
  })

  test('of long hashes count every word', () => {
    const all = new Uint32Array(8).fill(0xffffffff)
    expect(pairsOf256([new Uint32Array(8), all]).counts[256]).toBe(1)
  })
})
