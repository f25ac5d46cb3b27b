// A guide's opened kit with its pictures in component tests: opening it, with signal or without, and what is seen, fetched and saved.
import { fireEvent, screen } from '@testing-library/react'
import Kit from '../../client/pkgs/rep/kit/index'
import { queries } from '../../client/platform/queries'
import type { Output } from '../../shared/contracts'
import { resetTaro, router } from './client-taro'
import { answer, loseSignal, resetCloud } from './reader-phone'
import { demoKit, demoMe, noMarks } from './rep-answers'
import { open, settle } from './rep-screen'
import { done, phone, resetPhone } from './rep-taro'

export type Opened = Output<'rep', 'kit.open'>
const CARD = { position: 'bottom' as const, height: 140, palette: 'paper' as const }

/** `carrier`: the picture that bears her card. */
export const kitWith = (count: number, change: Partial<Opened> = {}, carrier = 0): Opened => {
  const kit = demoKit(count)
  const images = kit.images.map((one, at) => (at === carrier ? { ...one, recipe: { ...one.recipe, card: CARD } } : one))
  return { ...kit, images, ...change }
}
/** The same images in another order, each by another recipe. */
export const otherSet = (kit: Opened): Output<'rep', 'kit.repaint'> => ({
  images: [...kit.images]
    .reverse()
    .map(({ image, recipe }) => ({ image, recipe: { ...recipe, frame: { ...recipe.frame, width: 20 } } })),
  pictureRolls: kit.pictureRolls + 1,
  pictureRollsLeft: kit.pictureRollsLeft - 1,
})

export const tap = async (text: string, ms?: number) => {
  fireEvent.click(screen.getByText(text))
  await settle(ms)
}
export const openKit = async (kit: Opened = kitWith(9), ms = 60) => {
  answer('kit.open', () => kit)
  router.params = { p: 'p1' }
  const view = open(Kit)
  await settle(ms)
  return view
}
export const shown = () =>
  [...document.querySelectorAll('.photo-image')].map((image) => image.getAttribute('src') ?? '')
export const saved = () => done.filter((what) => what.startsWith('save ')).map((what) => what.slice('save '.length))
export const fetched = () => done.filter((what) => what.startsWith('fetch '))
export const isOff = (id: string) => document.getElementById(id)?.classList.contains('button-off')
export const withoutSignal = async (kit: Opened) => {
  phone.signal = false
  loseSignal('kit.open')
  router.params = { p: kit.postId }
  const view = open(Kit)
  await settle(1_200) // asked once more before it gives up
  return view
}

/** Before each test; it is WeChat until the test is over. */
export const readyPictures = (): void => {
  process.env.TARO_ENV = 'weapp'
  resetTaro()
  resetPhone()
  resetCloud()
  queries.clear()
  answer('me.see', demoMe)
  answer('kit.mark', () => noMarks)
  answer('kit.repaint', () => otherSet(kitWith(4)))
  answer('kit.paint', ({ indexes }) => ({
    pictures: (indexes as number[]).map((index) => ({ index, fileId: `cloud://painted-${index}`, url: '' })),
  }))
}
