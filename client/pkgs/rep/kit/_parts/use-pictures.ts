// Her pictures as her recipes make them: small ones to look at, full ones to save.
import { paintVariant, variantSize } from '@shared/painter/paint-variant'
import { useEffect, useRef, useState } from 'react'
import type { OpenedKit } from '@/features/kit/use-kits'
import type { Pictures } from '@/features/kit/use-save'
import { paintFile } from '@/platform/canvas'
import { dropFile, fetchFile, openablePicture } from '@/platform/files'

export const CANVAS_ID = 'kit-canvas'

type KitImage = OpenedKit['images'][number]

const paintOne = (source: string, { recipe }: KitImage, card: OpenedKit['card']): Promise<string> =>
  paintFile(
    CANVAS_ID,
    [source],
    ([picture]) => {
      if (!picture) throw new Error('nothing to paint')
      return variantSize(picture, recipe)
    },
    (ctx, [picture]) => {
      if (picture) paintVariant(ctx, recipe, picture, card)
    },
  )

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

export const usePictures = (kit: OpenedKit): { previews: readonly (string | null)[]; pictures: Pictures } => {
  const [previews, setPreviews] = useState<readonly (string | null)[]>(() => kit.images.map(() => null))
  const [first] = useState(kit) // a refetch signs new addresses; the pictures stay the same
  const keep = useRef(useMadeFiles()).current

  useEffect(() => {
    let gone = false
    const paintAll = async () => {
      for (const [index, image] of first.images.entries()) {
        if (gone) return
        const painted = await openablePicture(image.image.thumbUrl)
          .then((source) => keep(paintOne(source, image, first.card)))
          .catch(() => null) // the plain thumbnail stays in its place
        if (!gone && painted) setPreviews((all) => all.map((one, at) => (at === index ? painted : one)))
      }
    }
    void paintAll()
    return () => {
      gone = true
    }
  }, [first, keep])

  const imageAt = (index: number): KitImage => {
    const image = kit.images[index]
    if (!image) throw new Error(`no picture ${index}`)
    return image
  }
  const pictures: Pictures = {
    fetchImage: async (index) => keep(fetchFile(imageAt(index).image)),
    paintImage: async (index, file) => keep(paintOne(file, imageAt(index), kit.card)),
  }
  return { previews, pictures }
}
