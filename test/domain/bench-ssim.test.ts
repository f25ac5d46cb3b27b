// Is our SSIM the published one? Figures of scikit-image 0.19.3 (Gaussian weights, σ 1.5, population covariance).
import { greyOf } from '../../bench/images/grey'
import { ssim } from '../../bench/images/ssim'

const WIDTH = 40
const HEIGHT = 33

const paint = (of: (x: number, y: number) => number) => ({
  width: WIDTH,
  height: HEIGHT,
  data: Float64Array.from({ length: WIDTH * HEIGHT }, (_, i) => of(i % WIDTH, Math.floor(i / WIDTH))),
})
const busy = (x: number, y: number): number => (x * 7 + y * 13 + ((x * y) % 29) * 5) % 256
const picture = paint(busy)

describe('SSIM', () => {
  test.each([
    ['itself', paint(busy), 1],
    [
      'a fainter, grainy copy',
      paint((x, y) => Math.floor(busy(x, y) * 0.9 + ((x * 3 + y * 5) % 17))),
      0.989942021319371,
    ],
    ['its negative', paint((x, y) => 255 - busy(x, y)), -0.8892858536587325],
  ])('of a picture and %s is the reference figure', (_, other, figure) => {
    expect(ssim(picture, other)).toBeCloseTo(figure, 12)
    expect(ssim(other, picture)).toBeCloseTo(figure, 12)
  })

  test('refuses pictures of different sizes and pictures smaller than its window', () => {
    expect(() => ssim(picture, { ...picture, width: HEIGHT, height: WIDTH })).toThrow('one size')
    const dot = { width: 10, height: 20, data: new Uint8Array(200) }
    expect(() => ssim(dot, dot)).toThrow('11 × 11')
  })
})

test('grey weighs green most and reads only the area asked for', () => {
  const pixels = { width: 2, height: 1, channels: 4, data: Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255]) }
  expect(greyOf(pixels).data).toEqual(Float64Array.from([0.299 * 255, 0.587 * 255]))
  expect(greyOf(pixels, { x: 1, y: 0, w: 1, h: 1 }).data).toEqual(Float64Array.from([0.587 * 255]))
})
