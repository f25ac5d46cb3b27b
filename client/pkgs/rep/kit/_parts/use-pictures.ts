// Her pictures as her recipes make them: small ones to look at, full ones to save, both kept for when there is no signal.
import { useEffect, useRef, useState } from 'react'
import type { OpenedKit } from '@/features/kit/use-kits'
import type { Pictures } from '@/features/kit/use-save'
import { CannotPaint, easelOn, type Picture } from '@/platform/canvas'
import { type CloudFile, dropFile, fetchFile, openablePicture } from '@/platform/files'
import { useIsAlive } from '@/platform/page'
import { keepPicture, recallPicture } from '@/platform/pictures'
import type { Shelf } from '@/platform/pictures-shelf'
import { CANVAS_ID, type KitImage, type Painted, PREVIEW_EDGE, paintedInCloud, paintPicture } from './paint-picture'
import { keptAs } from './picture-key'

/** Files made while the page stands; given back when it goes. */
const useMadeFiles = () => {
  const made = useRef<string[]>([])
  useEffect(
    () => () => {
      for (const file of made.current) dropFile(file)
    },
    [],
  )
  return async (making: Promise<string>): Promise<string> => {
    const file = await making
    made.current.push(file)
    return file
  }
}
type Made = ReturnType<typeof useMadeFiles>

const imageAt = (kit: OpenedKit, index: number): KitImage => {
  const image = kit.images[index]
  if (!image) throw new Error(`no picture ${index}`)
  return image
}

/** What her pictures of this page are painted with; her own picture is fetched once, and again when it did not come. */
const useStudio = (kit: OpenedKit, made: Made) => {
  const [easel] = useState(() => easelOn(CANVAS_ID))
  const avatars = useRef(new Map<string, Promise<string>>()).current
  const fetchAvatar = (of: CloudFile): Promise<string> => {
    const known = avatars.get(of.fileId)
    if (known) return known
    const fetching = made(fetchFile(of)).catch((error: unknown) => {
      avatars.delete(of.fileId)
      throw error
    })
    avatars.set(of.fileId, fetching)
    return fetching
  }
  /** Only who paints her card waits for it. */
  const paint = async (index: number, source: string | Picture, longest?: number): Promise<Painted> => {
    const image = imageAt(kit, index)
    const of = image.recipe.card && kit.card.avatar
    const avatar = of && (await fetchAvatar(of).catch(() => null))
    const painted = await paintPicture({ easel, avatar }, source, image, kit.card, longest)
    if (of && !painted.whole) avatars.delete(of.fileId) // it came, and does not open
    return { ...painted, file: await made(Promise.resolve(painted.file)) }
  }
  return { easel, paint }
}
type Studio = ReturnType<typeof useStudio>

const kept = async (kit: OpenedKit, index: number, shelf: Shelf): Promise<string | null> => {
  const wanted = keptAs(kit, index, shelf)
  return wanted && recallPicture(wanted)
}
const keep = async (kit: OpenedKit, index: number, shelf: Shelf, file: string): Promise<string> => {
  const wanted = keptAs(kit, index, shelf)
  return wanted ? keepPicture(wanted, file) : file
}

/** Without her face it serves today, and is painted again another day. */
const keepWhole = async (kit: OpenedKit, index: number, shelf: Shelf, { file, whole }: Painted): Promise<string> =>
  whole ? keep(kit, index, shelf, file) : file

/** Kept from another day, or painted now from the thumbnail. */
const previewOf = async (kit: OpenedKit, index: number, studio: Studio, made: Made): Promise<Painted> => {
  const known = await kept(kit, index, 'small')
  if (known) return { file: await made(Promise.resolve(known)), whole: true }
  const thumb = await openablePicture(imageAt(kit, index).image.thumbUrl)
  const painted = await studio.paint(index, await studio.easel.open(thumb), PREVIEW_EDGE)
  return { file: await keepWhole(kit, index, 'small', painted), whole: painted.whole }
}

type Previews = readonly (string | null)[]

/** All thumbnails are fetched at once and painted as they come, one after another. */
const usePreviews = (kit: OpenedKit, studio: Studio, made: Made): Previews => {
  const isAlive = useIsAlive()
  const names = kit.images.map((_, index) => keptAs(kit, index, 'small')?.key ?? '')
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({})
  const tried = useRef(new Map<string, Promise<boolean>>()).current // by name: whether nothing is missing
  const paintAt = async (name: string, index: number): Promise<boolean> => {
    const { file, whole } = await previewOf(kit, index, studio, made)
    if (isAlive()) setShown((now) => ({ ...now, [name]: file }))
    return whole
  }
  const addresses = [kit.card.avatar?.url, ...kit.images.map(({ image }) => image.thumbUrl)]
  // a refetch signs new addresses: what is painted stays as it is, what did not come from the old ones is tried again
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and addresses say all that the pictures depend on
  useEffect(() => {
    names.forEach((name, index) => {
      const before = tried.get(name) ?? Promise.resolve(false)
      const now = before.then((isThere) => isThere || (isAlive() && paintAt(name, index))).catch(() => false) // the plain thumbnail stays in its place
      tried.set(name, now)
    })
  }, [names.join(), addresses.join()])
  return names.map((name) => shown[name] ?? null)
}

/** Files of `ready` need no more painting; after the canvas failed once, the cloud paints the rest. */
const useFullPictures = (kit: OpenedKit, studio: Studio, made: Made): Pictures => {
  const ready = useRef(new Set<string>()).current
  const fails = useRef(false)
  const asReady = (file: string): string => {
    ready.add(file)
    return file
  }
  const fromCloud = async (index: number): Promise<string> =>
    keep(kit, index, 'full', await made(paintedInCloud(kit, index)))

  const fetchImage = async (index: number): Promise<string> => {
    const known = await kept(kit, index, 'full')
    if (known) return asReady(await made(Promise.resolve(known)))
    return fails.current ? asReady(await fromCloud(index)) : made(fetchFile(imageAt(kit, index).image))
  }
  const paintImage = async (index: number, file: string): Promise<string> => {
    if (ready.has(file)) return file
    if (fails.current) return fromCloud(index)
    try {
      const painted = await studio.paint(index, file)
      dropFile(file) // the original is large
      return await keepWhole(kit, index, 'full', painted)
    } catch (error) {
      if (!(error instanceof CannotPaint)) throw error
      fails.current = true
      return fromCloud(index)
    }
  }
  return { fetchImage, paintImage }
}

export const usePictures = (kit: OpenedKit): { previews: Previews; pictures: Pictures } => {
  const made = useRef(useMadeFiles()).current
  const studio = useStudio(kit, made)
  return { previews: usePreviews(kit, studio, made), pictures: useFullPictures(kit, studio, made) }
}
