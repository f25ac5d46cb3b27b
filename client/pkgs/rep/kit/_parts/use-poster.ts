// Her poster of this post: the code from the cloud, painted here. Local files do not outlive the page, so no cache holds them.
import { POSTER_SIZE, type PosterDesign, paintPoster } from '@shared/painter/paint-poster'
import { useEffect, useRef, useState } from 'react'
import type { OpenedKit } from '@/features/kit/use-kits'
import { call } from '@/platform/call'
import { paintFile } from '@/platform/canvas'
import { dropFile, fetchFile } from '@/platform/files'
import { mintShareToken } from '@/platform/mint'
import { CANVAS_ID } from './use-pictures'

export const DESIGNS: readonly PosterDesign[] = ['paper', 'leaf', 'night']

export type CodeNotes = Record<'mini-code' | 'qr', string>
type Parts = { codeFile: string; photoFile: string | null; kind: 'mini-code' | 'qr' }

/** The cover, else the first picture; a poster without a photo has a ripple instead. */
const photoOf = (kit: OpenedKit) => kit.cover ?? kit.images[0]?.image ?? null

const fetchParts = async (kit: OpenedKit): Promise<Parts> => {
  const code = await call('rep', 'poster.code', { postId: kit.postId, token: mintShareToken() })
  const photo = photoOf(kit)
  const [codeFile, photoFile] = await Promise.all([fetchFile(code), photo ? fetchFile(photo) : null])
  return { codeFile, photoFile, kind: code.kind }
}

const paint = (kit: OpenedKit, design: PosterDesign, parts: Parts, codeNotes: CodeNotes): Promise<string> =>
  paintFile(
    CANVAS_ID,
    parts.photoFile ? [parts.codeFile, parts.photoFile] : [parts.codeFile],
    () => POSTER_SIZE,
    (ctx, [code, photo = null]) => {
      if (!code) return
      const rep = { name: kit.card.name, store: kit.card.store }
      const { title, excerpt } = kit
      paintPoster(ctx, { design, photo, title, excerpt, rep, code, codeNote: codeNotes[parts.kind] })
    },
  )

/** Fetches once, paints each design once, gives all files back when the sheet goes. */
export const usePoster = (kit: OpenedKit, design: PosterDesign, codeNotes: CodeNotes) => {
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
      .then((got) => paint(first.current, design, got, notes.current))
      .then((made) => {
        all.current.push(made)
        setFiles((known) => ({ ...known, [design]: made }))
      })
      .catch((failure: unknown) => {
        parts.current = null
        setError(failure)
      })
  }, [design, file, tries])
  const again = () => {
    setError(null)
    setTries((n) => n + 1)
  }
  return { file, error, again }
}
