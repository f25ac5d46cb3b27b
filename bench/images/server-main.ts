// The process that `server` and `poster-cost` measure: the render function with all it loads, painting pictures from a folder.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PictureLedger } from '@shared/domain/picture-ledger'
import { paintPoster } from '@shared/painter/paint-poster'
import { paintVariant, variantSize } from '@shared/painter/paint-variant'
import { POSTER_SIZE } from '@shared/painter/poster-model'
// the function itself, for its weight in memory
import '../../cloudfunctions/render/index'
import { type Open, paintJpeg, type Work } from '../../cloudfunctions/render/canvas'
import { readyText } from '../../cloudfunctions/render/fonts'
import { cpuOfSelfMs } from '../cpu'

/** What it prints: per round, the cold one first, beside a bare decode and encode of the same files in the same round. */
export type Spent = {
  wallMs: number[]
  cpuMs: number[]
  bareMs: number[]
  bytes: number
  bareBytes: number
  rssMb: number
}
type Painting = (open: Open) => Promise<Work>

const SIZE = { width: 1_080, height: 1_440 }
const PICTURES = 9
const [what = 'kit', folder = '.', rounds = '20'] = process.argv.slice(2)
const fileOf = (name: string) => readFileSync(path.join(folder, name))
const photoOf = (index: number) => fileOf(`${index}.jpg`)

const bare =
  (index: number): Painting =>
  async (open) => {
    const picture = await open(photoOf(index))
    return { size: picture, paint: (ctx) => ctx.drawImage(picture, 0, 0) }
  }

const kit = (): Painting[] => {
  const subject = { kind: 'photo' as const, ...SIZE, model: null }
  const subjects = Array.from({ length: PICTURES }, () => subject)
  const { recipes } = new PictureLedger({ postId: 'bench', version: 1 }, subjects, false).deal('rep')
  return recipes.map((recipe, index) => async (open) => {
    const picture = await open(photoOf(index))
    const avatar = recipe.card && (await open(fileOf('avatar.jpg')))
    const card = { name: readyText('林小满'), store: readyText('东方母婴 · 东街店'), avatar }
    return { size: variantSize(picture, recipe), paint: (ctx) => paintVariant(ctx, recipe, picture, card) }
  })
}

const posters = (): Painting[] =>
  (['paper', 'leaf', 'night'] as const).map((design, index) => async (open) => {
    const photo = { picture: await open(photoOf(index)), focus: null, keepOut: [] }
    const rep = {
      name: readyText('林小满'),
      store: readyText('东方母婴 · 东街店'),
      avatar: await open(fileOf('avatar.jpg')),
    }
    const title = readyText('周末遛娃清单：三个公园，一个上午就够')
    const excerpt = readyText('带一块野餐垫，早点去人少。河边风大，记得给孩子戴帽子；回来路上可以顺道看看新到的绘本。')
    const code = await open(fileOf('code.png'))
    const model = { design, photo, title, excerpt, rep, code, codeNote: readyText('长按识别，读全文') }
    return { size: POSTER_SIZE, paint: (ctx) => paintPoster(ctx, model) }
  })

const spend = async (paintings: readonly Painting[]) => {
  const [cpu, at] = [cpuOfSelfMs(), performance.now()]
  let bytes = 0
  for (const painting of paintings) bytes += (await paintJpeg(painting)).length
  return { cpuMs: cpuOfSelfMs() - cpu, wallMs: performance.now() - at, bytes }
}

const main = async (): Promise<void> => {
  const paintings = what === 'kit' ? kit() : posters()
  const bares = paintings.map((_, index) => bare(index))
  const spent: Spent = { wallMs: [], cpuMs: [], bareMs: [], bytes: 0, bareBytes: 0, rssMb: 0 }
  for (let round = 0; round <= Number(rounds); round++) {
    const [painted, plain] = [await spend(paintings), await spend(bares)]
    spent.wallMs.push(painted.wallMs)
    spent.cpuMs.push(painted.cpuMs)
    spent.bareMs.push(plain.cpuMs)
    Object.assign(spent, { bytes: painted.bytes, bareBytes: plain.bytes })
  }
  spent.rssMb = process.resourceUsage().maxRSS / 1_024
  console.log(JSON.stringify(spent))
}

void main()
