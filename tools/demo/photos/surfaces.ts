// What things stand on: wood, stone, linen, sheets, floors — seen in perspective or from above.
import { clamp, mix, type Rgb, type Scene, scene } from './light'
import { fbm, noise } from './noise'

/** Colour of a point of the surface; x and y in px as if seen from above, `far` 0 near … 1 far. */
export type Texture = (x: number, y: number, far: number) => Rgb

/** Paints every pixel from `top` down. With a horizon, the plane recedes towards it; without, it is seen from above. */
export const surface = (s: Scene, texture: Texture, { top = 0, horizon }: { top?: number; horizon?: number } = {}) => {
  const layer = scene(s.w, s.h)
  const image = layer.ctx.createImageData(s.w, s.h)
  for (let y = Math.max(0, Math.floor(top)); y < s.h; y++) {
    const depth = horizon === undefined ? 1 : (s.h - horizon) / Math.max(1, y - horizon)
    const far = horizon === undefined ? 0 : clamp((s.h - y) / (s.h - top))
    for (let x = 0; x < s.w; x++) {
      const c = texture((x - s.w / 2) * depth, horizon === undefined ? y : depth * 900, far)
      image.data.set([c[0], c[1], c[2], 255], (y * s.w + x) * 4)
    }
  }
  layer.ctx.putImageData(image, 0, 0)
  s.ctx.drawImage(layer.canvas, 0, 0)
}

export const wood =
  (light: Rgb, dark: Rgb, seed = 1, grain = 1): Texture =>
  (x, y) => {
    const bend = fbm(x / 700, y / 140, seed, 3) * 6
    const line = noise(x / 190 + bend * 0.3, y / 5.5 + bend * 3, seed + 5)
    const band = fbm(x / 900, y / 34 + bend, seed + 9, 3)
    return mix(light, dark, clamp((band * 0.75 + line * 0.25 * grain - 0.22) * 1.15))
  }

/** Boards running away from the viewer (or up the picture, seen from above). */
export const boards =
  (light: Rgb, dark: Rgb, width: number, seed = 1): Texture =>
  (x, y, far) => {
    const board = Math.floor(x / width)
    const shift = noise(board * 7.3, 1, seed) * 900
    const joint = Math.floor((y + shift) / (width * 6.5))
    const tone = noise(board * 3.1, joint * 5.7, seed + 2)
    const bend = fbm(x / 90, (y + shift) / 600, seed + board, 3) * 3
    const line = noise((x + bend * 26) / 6.5, (y + shift) / 210, seed + 4 + board)
    const base = mix(light, dark, clamp(tone * 0.42 + line * 0.34 * (1 - far * 0.7) + bend * 0.05 - 0.05))
    const edge = Math.min(x - board * width, (board + 1) * width - x)
    const end = Math.abs(y + shift - joint * width * 6.5)
    const gap = Math.max(1 - edge / 2.6, 1 - end / 3, 0)
    return mix(base, [70, 50, 36], gap * 0.55)
  }

export const stone =
  (light: Rgb, dark: Rgb, seed = 1): Texture =>
  (x, y) => {
    const cloud = fbm(x / 260, y / 200, seed, 5)
    const vein = Math.abs(fbm(x / 320 + cloud, y / 260 + cloud, seed + 21, 4) - 0.5)
    const speck = noise(x / 2.4, y / 2.4, seed + 3)
    const t = cloud * 0.75 + (vein < 0.012 ? 0.22 * (1 - vein / 0.012) : 0) + (speck > 0.86 ? 0.1 : 0)
    return mix(light, dark, clamp(t))
  }

/** Woven cloth: warp and weft with uneven threads. */
export const linen =
  (light: Rgb, dark: Rgb, seed = 1, pitch = 5): Texture =>
  (x, y) => {
    const warp = Math.sin((x + noise(y / 60, x / 9, seed) * 3) * ((Math.PI * 2) / pitch))
    const weft = Math.sin((y + noise(x / 60, y / 9, seed + 2) * 3) * ((Math.PI * 2) / pitch))
    const slub = noise(x / 4, y / 90, seed + 7) * 0.5 + noise(x / 90, y / 4, seed + 8) * 0.5
    const fold = fbm(x / 420 + y / 900, y / 520, seed + 11, 3)
    return mix(light, dark, clamp(0.22 + warp * weft * 0.09 + (slub - 0.5) * 0.5 + (fold - 0.5) * 0.75))
  }

export const plaster =
  (light: Rgb, dark: Rgb, seed = 1): Texture =>
  (x, y) =>
    mix(light, dark, clamp(fbm(x / 380, y / 380, seed, 4) * 0.7 + noise(x / 3, y / 3, seed + 4) * 0.06))
