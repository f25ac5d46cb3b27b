// The picture on her screen: lays the graph out once, paints when something changes, and follows her fingers.
import type { SpreadGraph } from '@shared/domain/spread/graph'
import { type Drawn, type Frame, frameOf, hitOf } from '@shared/painter/graph/frame'
import { layOut } from '@shared/painter/graph/layout'
import type { GraphCtx, Look } from '@shared/painter/graph/look'
import { paintGraph } from '@shared/painter/graph/paint'
import { between, fitAll, lookAt, panned, type View, zoomed } from '@shared/painter/graph/view'
import { arrivals, asOf } from '@shared/painter/graph/weeks'
import { useEffect, useMemo, useRef } from 'react'
import { beforeNextFrame, hearPointer, openStage, type Stage, themeNow } from '@/platform/stage'
import { Gestures } from './gestures'

const GLIDE_MS = 220
const STEP = 1.6

export type Picture = {
  gestures: Gestures
  nearer: () => void
  farther: () => void
  whole: () => void
}
type Seen = { drawn: Drawn; look: Omit<Look, 'theme' | 'ratio'>; onTap: (at: number) => void }
export type Laid = { graph: SpreadGraph; layout: ReturnType<typeof layOut>; arrived: Float64Array }

export const useLaidOut = (graph: SpreadGraph): Laid =>
  useMemo(() => {
    const layout = layOut(graph)
    return { graph, layout, arrived: arrivals(graph, layout) }
  }, [graph])

export const useDrawn = ({ graph, layout, arrived }: Laid, at: number): Drawn =>
  useMemo(() => ({ graph, layout, week: asOf(graph, layout, arrived, at) }), [graph, layout, arrived, at])

/** What is on the canvas; lives as long as the page shows it. */
class Screen {
  readonly gestures = new Gestures({
    tap: (x, y) => this.tap(x, y),
    pan: (dx, dy) => this.show(panned(this.view, dx, dy, this.all)),
    zoom: (factor, x, y) => this.show(zoomed(this.view, factor, { x, y }, this.all)),
  })
  private stage: Stage | null = null
  private view: View = { x: 0, y: 0, scale: 1, width: 1, height: 1 }
  private frame: Frame | null = null
  private asked = false
  private ended = false
  private stop: () => void = () => undefined

  constructor(public seen: Seen) {}

  private get all() {
    return this.seen.drawn.layout.all
  }

  async open(id: string): Promise<void> {
    const stage = await openStage(id)
    if (!stage || this.ended) return
    this.stage = stage
    this.view = fitAll(this.all, stage)
    this.stop = hearPointer(stage, this.gestures)
    this.repaint()
  }

  end(): void {
    this.ended = true
    this.stop()
  }

  whole(): void {
    if (this.stage) this.glide(fitAll(this.all, this.stage))
  }

  step(factor: number): void {
    this.glide(zoomed(this.view, factor, { x: this.view.width / 2, y: this.view.height / 2 }, this.all))
  }

  private show(view: View): void {
    this.view = view
    this.repaint()
  }

  private glide(to: View): void {
    const from = this.view
    const startedAt = Date.now()
    const { stage } = this
    if (!stage) return
    const go = (): void => {
      if (this.ended) return
      const t = Math.min(1, (Date.now() - startedAt) / GLIDE_MS)
      this.show(between(from, to, 1 - (1 - t) ** 3))
      if (t < 1) beforeNextFrame(stage, go)
    }
    go()
  }

  private tap(x: number, y: number): void {
    const hit = this.frame && hitOf(this.frame, { x, y })
    if (!hit) return
    if (!hit.drop) {
      this.seen.onTap(hit.at)
      return
    }
    const { layout } = this.seen.drawn
    const r = layout.ponds[hit.at]?.radius ?? layout.core[hit.at] ?? 0
    this.glide(lookAt(this.view, { x: layout.x[hit.at] ?? 0, y: layout.y[hit.at] ?? 0, r }))
  }

  repaint(): void {
    const { stage } = this
    if (!stage || this.asked) return
    this.asked = true
    beforeNextFrame(stage, () => {
      this.asked = false
      if (this.ended) return
      const { drawn, look } = this.seen
      this.frame = frameOf(drawn, this.view)
      const ctx = stage.ctx as unknown as GraphCtx
      paintGraph(ctx, this.frame, drawn, this.view, { ...look, theme: themeNow(), ratio: stage.ratio })
    })
  }
}

export const usePicture = (id: string, seen: Seen): Picture => {
  const screen = useRef<Screen | null>(null)
  screen.current ??= new Screen(seen)
  const { drawn, look } = seen
  // biome-ignore lint/correctness/useExhaustiveDependencies: onTap may be new in every render and changes nothing that is seen
  useEffect(() => {
    if (!screen.current) return
    screen.current.seen = seen
    screen.current.repaint()
  }, [drawn, look])
  useEffect(() => {
    const own = screen.current
    void own?.open(id)
    return () => own?.end()
  }, [id])
  const own = screen.current
  return {
    gestures: own.gestures,
    nearer: () => own.step(STEP),
    farther: () => own.step(1 / STEP),
    whole: () => own.whole(),
  }
}
