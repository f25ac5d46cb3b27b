// Do all reps' pictures look different to a machine, the same for ever, and is what they look like told truly?
import { createCanvas, loadImage } from '@napi-rs/canvas'
import sharp from 'sharp'
import { PictureLedger, type PictureSubject, type SetEntry } from '../../shared/domain/picture-ledger'
import { type GreyModel, MODEL_EDGE, type Print, printDistance } from '../../shared/domain/picture-model'
import type { Recipe } from '../../shared/domain/recipe'
import { paintVariant, variantSize } from '../../shared/painter/paint-variant'

jest.setTimeout(30_000) // paints and decodes real pictures

const KEY = { postId: 'p', version: 1 }
const file = (name: string) => `${__dirname}/../../assets/demo/${name}.jpg`
const names = ['a01-1', 'a05-2', 'a12-2']

const modelOf = async (name: string): Promise<GreyModel> => {
  const small = sharp(file(name)).resize({ width: MODEL_EDGE, height: MODEL_EDGE, fit: 'inside' }).greyscale()
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, grey: new Uint8Array(data) }
}

let subjects: PictureSubject[]
beforeAll(async () => {
  subjects = await Promise.all(
    names.map(async (name): Promise<PictureSubject> => {
      const { width, height } = await sharp(file(name)).metadata()
      return { kind: 'photo', width, height, model: await modelOf(name) }
    }),
  )
})

const reps = Array.from({ length: 400 }, (_, i) => `rep-${i}`)
const dealAll = (images: readonly PictureSubject[], orderFree = false) => {
  const ledger = new PictureLedger(KEY, images, orderFree)
  return reps.map((repId) => ledger.deal(repId))
}

/** Shares of pairs that differ in at least 1 and at least 5 bits. */
const apart = (prints: readonly Print[]): [number, number] => {
  const bits = prints.flatMap((print, i) => prints.slice(0, i).map((other) => printDistance(print, other)))
  return [1, 5].map((least) => bits.filter((each) => each >= least).length / bits.length) as [number, number]
}

test('of 400 reps every two have different pictures of each image, nearly all by five bits or more', () => {
  const dealt = dealAll(subjects)
  for (const image of subjects.keys()) {
    const [one, five] = apart(dealt.map(({ prints }) => prints[image] as Print))
    expect(one).toBe(1)
    expect(five).toBeGreaterThan(0.98)
  }
})

test('the ledger is what keeps them apart: drawn without it some are alike', () => {
  const [subject] = subjects as [PictureSubject]
  const kept = dealAll([subject]).map(({ prints }) => prints[0] as Print)
  const drawn = reps.map((repId) => new PictureLedger(KEY, [subject], false).deal(repId).prints[0] as Print)
  expect(apart(kept)[1]).toBeGreaterThan(apart(drawn)[1])
})

test('dealt again it is the same; what was dealt stays when someone joins', () => {
  const first = dealAll(subjects)
  expect(dealAll(subjects)).toEqual(first)
  const kept: SetEntry[] = first.slice(0, 300)
  const later = new PictureLedger(KEY, subjects, false, kept)
  expect(reps.slice(300).map((repId) => later.deal(repId))).toEqual(first.slice(300))
  for (const { recipes, order, ...entry } of first.slice(0, 20)) expect(later.setOf(entry)).toEqual({ recipes, order })
})

test('another set of hers is another one, far from her first too', () => {
  const ledger = new PictureLedger(KEY, subjects, false)
  const [first, second] = [ledger.deal('a', 0), ledger.deal('a', 1)]
  for (const image of subjects.keys())
    expect(printDistance(first.prints[image] as Print, second.prints[image] as Print)).toBeGreaterThan(4)
})

test('an image without a model is dealt all the same', () => {
  const [known] = subjects as [PictureSubject]
  const ledger = new PictureLedger(KEY, [known, { ...known, model: null }], false)
  const dealt = ledger.deal('a')
  expect(dealt.recipes).toHaveLength(2)
  expect(dealt.choices[1]).toBe(0)
})

test('images keep their order unless HQ sets it free; the first stays first', () => {
  const many = Array.from({ length: 9 }, (_, i) => subjects[i % subjects.length] as PictureSubject)
  const given = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  expect(new PictureLedger(KEY, many, false).deal('a').order).toEqual(given)
  const { order } = new PictureLedger(KEY, many, true).deal('a')
  expect(order[0]).toBe(0)
  expect(order).not.toEqual(given)
})

/** The dHash of a picture as it was painted, by area averages of its pixels. */
const printOfPainted = async (name: string, recipe: Recipe): Promise<Print> => {
  const image = await loadImage(file(name))
  const { width, height } = variantSize(image, recipe)
  const canvas = createCanvas(width, height)
  paintVariant(canvas.getContext('2d'), recipe, image, { name: '林小满', store: '万象城店' })
  const cells = await sharp(canvas.toBuffer('image/jpeg', 88))
    .greyscale()
    .resize({ width: 180, height: 160, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer()
  const light = (row: number, column: number) => {
    let sum = 0
    for (let y = row * 20; y < row * 20 + 20; y += 1)
      for (let x = column * 20; x < column * 20 + 20; x += 1) sum += cells[y * 180 + x] ?? 0
    return sum
  }
  const words: [number, number] = [0, 0]
  for (let row = 0; row < 8; row += 1)
    for (let column = 0; column < 8; column += 1) {
      const word = row < 4 ? 0 : 1
      words[word] = ((words[word] << 1) | (light(row, column) < light(row, column + 1) ? 1 : 0)) >>> 0
    }
  return words
}

test('the model tells the print of what is really painted, to a bit or two', async () => {
  const ledger = new PictureLedger(KEY, subjects, false)
  const dealt = reps.slice(0, 8).map((repId) => ledger.deal(repId))
  const off: number[] = []
  for (const { recipes, prints } of dealt)
    for (const [image, recipe] of recipes.entries())
      off.push(printDistance(prints[image] as Print, await printOfPainted(names[image] ?? '', recipe)))
  off.sort((a, b) => a - b)
  expect(off[Math.floor(off.length / 2)]).toBeLessThanOrEqual(1)
  expect(off[Math.floor(off.length * 0.8)]).toBeLessThanOrEqual(2)
  expect(off[off.length - 1]).toBeLessThanOrEqual(7) // the writing on the card is not in the model
})
