// Her poster of this post: the code from the cloud, painted here. Local files do not outlive the page, so no cache holds them.
import { POSTER_SIZE, type PosterDesign, paintPoster } from '@shared/painter/paint-poster'
import { useEffect, useRef, useState } from 'react'
import type { OpenedKit } from '@/features/kit/use-kits'
import { call } from '@/platform/call'
import { CannotPaint, type Easel, easelOn } from '@/platform/canvas'
import { dropFile, fetchFile } from '@/platform/files'
import { currentLang } from '@/platform/lang'
import { mintShareToken } from '@/platform/mint'
import { CANVAS_ID } from './paint-picture'

export const DESIGNS: readonly PosterDesign[] = ['paper', 'leaf', 'night']

export type CodeNotes = Record<'mini-code' | 'qr', string>
type Parts = {
  codeFile: string
  photoFile: string | null
  avatarFile: string | null
  kind: 'mini-code' | 'qr'
}

/** The cover, else the first picture; a poster without a photo has a ripple instead. */
const photoOf = (kit: OpenedKit) => kit.cover ?? kit.images[0]?.image ?? null

const fetchParts = async (kit: OpenedKit): Promise<Parts> => {
  const code = await call('rep', 'poster.code', { postId: kit.postId, token: mintShareToken() })
  const photo = photoOf(kit)
  const { avatar } = kit.card
  const [codeFile, photoFile, avatarFile] = await Promise.all([
    fetchFile(code),
    photo ? fetchFile(photo) : null,
    avatar ? fetchFile(avatar).catch(() => null) : null,
  ])
  return { codeFile, photoFile, avatarFile, kind: code.kind }
}

type Work = { kit: OpenedKit; design: PosterDesign; parts: Parts; codeNote: string }

const paintHere = (easel: Easel, { kit, design, parts, codeNote }: Work): Promise<string> =>
  easel.paint(async (open) => {
    const code = await open(parts.codeFile)
    const picture = parts.photoFile ? await open(parts.photoFile) : null
    const avatar = parts.avatarFile ? await open(parts.avatarFile).catch(() => null) : null
    const image = photoOf(kit)
    const photo = picture && { picture, focus: image?.focus ?? null, keepOut: image?.keepOut ?? [] }
    const rep = { name: kit.card.name, store: kit.card.store, avatar }
    const { title, excerpt } = kit
    return {
      size: POSTER_SIZE,
      paint: (ctx) => paintPoster(ctx, { design, photo, title, excerpt, rep, code, codeNote }),
    }
  })

/** Here, or in the cloud where this phone's canvas gives nothing. */
const paint = (easel: Easel, work: Work): Promise<string> =>
  paintHere(easel, work).catch(async (error: unknown) => {
    if (!(error instanceof CannotPaint)) throw error
    const { kit, design, parts } = work
    const { postId, version } = kit
    const { kind } = parts
    return fetchFile(await call('render', 'poster.paint', { postId, version, design, kind, lang: currentLang() }))
  })

/** Fetches once, paints each design once, gives all files back when the sheet goes. */
export const usePoster = (kit: OpenedKit, design: PosterDesign, codeNotes: CodeNotes) => {
  const [easel] = useState(() => easelOn(CANVAS_ID))
  const parts = useRef<Promise<Parts> | null>(null)
  const notes = useRef(codeNotes)
  const first = useRef(kit)
  const all = useRef<string[]>([])
  const [files, setFiles] = useState<Partial<Record<PosterDesign, string>>>({})
  const [error, setError] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  const file = files[design] ?? null
  useEffect(
    () => () => {
      for (const made of all.current) dropFile(made)
    },
    [],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks for the same work again
  useEffect(() => {
    if (file !== null) return
    parts.current ??= fetchParts(first.current)
    parts.current
      .then((got) => paint(easel, { kit: first.current, design, parts: got, codeNote: notes.current[got.kind] }))
      .then((made) => {
        all.current.push(made)
        setFiles((known) => ({ ...known, [design]: made }))
      })
      .catch((failure: unknown) => {
        parts.current = null
        setError(failure)
      })
  }, [design, easel, file, tries])
  const again = () => {
    setError(null)
    setTries((n) => n + 1)
  }
  return { file, error, again }
}
