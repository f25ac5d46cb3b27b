// Her pictures as her recipes make them: small ones to look at, full ones to save, both kept for when there is no signal.
import { useEffect, useRef, useState } from 'react'
import type { OpenedKit } from '@/features/kit/use-kits'
import type { Pictures } from '@/features/kit/use-save'
import { CannotPaint, easelOn } from '@/platform/canvas'
import { dropFile, fetchFile, openablePicture } from '@/platform/files'
import { keepPicture, recallPicture } from '@/platform/pictures'
import { CANVAS_ID, type Canvassed, PREVIEW_EDGE, paintedInCloud, paintPicture } from './paint-picture'
import { keptAs, setOf } from './picture-key'

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

/** What her pictures of this page are painted with; her own picture is fetched once, and none is as good. */
const useStudio = (kit: OpenedKit, made: Made) => {
  const [easel] = useState(() => easelOn(CANVAS_ID))
  const avatar = useRef<Promise<string | null> | null>(null)
  const fetchAvatar = (): Promise<string | null> => {
    const of = kit.card.avatar
    avatar.current ??= of ? made(fetchFile(of)).catch(() => null) : Promise.resolve(null)
    return avatar.current
  }
  /** Only who paints her card waits for it. */
  return async (index: number): Promise<Canvassed> => ({
    easel,
    avatar: kit.images[index]?.recipe.card ? await fetchAvatar() : null,
  })
}
type Studio = ReturnType<typeof useStudio>

const kept = async (kit: OpenedKit, index: number, shelf: 'full' | 'small'): Promise<string | null> => {
  const wanted = keptAs(kit, index, shelf)
  return wanted && recallPicture(wanted)
}
const keep = async (kit: OpenedKit, index: number, shelf: 'full' | 'small', file: string): Promise<string> => {
  const wanted = keptAs(kit, index, shelf)
  return wanted ? keepPicture(wanted, file) : file
}

/** Kept from another day, or painted now from the thumbnail. */
const previewOf = async (kit: OpenedKit, index: number, studio: Studio, made: Made): Promise<string | null> => {
  const image = kit.images[index]
  if (!image) return null
  const known = await kept(kit, index, 'small')
  if (known) return made(Promise.resolve(known))
  const canvassed = await studio(index)
  const thumb = await openablePicture(image.image.thumbUrl)
  const picture = await canvassed.easel.open(thumb)
  return keep(kit, index, 'small', await made(paintPicture(canvassed, picture, image, kit.card, PREVIEW_EDGE)))
}

type Previews = readonly (string | null)[]

/** All thumbnails are fetched at once and painted as they come, one after another. */
const usePreviews = (kit: OpenedKit, studio: Studio, made: Made): Previews => {
  const set = setOf(kit)
  const [shown, setShown] = useState<{ set: string; files: Previews }>({ set: '', files: [] })
  // a refetch signs new addresses; the pictures of a set stay the same
  // biome-ignore lint/correctness/useExhaustiveDependencies: the set names all that its pictures depend on
  useEffect(() => {
    let gone = false
    const show = (index: number, file: string | null) => {
      if (gone || file === null) return
      setShown((now) => {
        const files = now.set === set ? now.files : kit.images.map(() => null)
        return { set, files: files.map((one, at) => (at === index ? file : one)) }
      })
    }
    kit.images.forEach((_, index) => {
      previewOf(kit, index, studio, made).then(
        (file) => show(index, file),
        () => undefined, // the plain thumbnail stays in its place
      )
    })
    return () => {
      gone = true
    }
  }, [set])
  return shown.set === set ? shown.files : []
}

/** Files of `ready` need no more painting; after the canvas failed once, the cloud paints the rest. */
const useFullPictures = (kit: OpenedKit, studio: Studio, made: Made): Pictures => {
  const ready = useRef(new Set<string>()).current
  const fails = useRef(false)
  const asReady = (file: string): string => {
    ready.add(file)
    return file
  }
  const imageAt = (index: number) => {
    const image = kit.images[index]
    if (!image) throw new Error(`no picture ${index}`)
    return image
  }
  const fromCloud = async (index: number): Promise<string> =>
    keep(kit, index, 'full', await made(paintedInCloud(kit, index)))

  const fetchImage = async (index: number): Promise<string> => {
    const known = await kept(kit, index, 'full')
    if (known) return asReady(await made(Promise.resolve(known)))
    return fails.current ? asReady(await fromCloud(index)) : made(fetchFile(imageAt(index).image))
  }
  const paintImage = async (index: number, file: string): Promise<string> => {
    if (ready.has(file)) return file
    if (fails.current) return fromCloud(index)
    try {
      const painted = await made(paintPicture(await studio(index), file, imageAt(index), kit.card))
      dropFile(file) // the original is large
      return await keep(kit, index, 'full', painted)
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
