// How does the app hear that something came into view? Intersection observers over the paper layout.
import { datasetOf } from '../builtins'
import type { Dict } from '../compile'
import { clientRect, intersect, type Rect, SCREEN, viewport } from '../layout'
import type { Host } from './host'
import { selectIn } from './query'

type Told = (result: unknown) => void
type Watched = { element: Element; last: number; told: Told }
type Observer = { thresholds: number[]; margins: { top: number; bottom: number }; watched: Watched[] }
export type Views = {
  readonly createIntersectionObserver: (...given: Dict[]) => Dict
  /** Tells every observer what crossed a threshold since it was last told. */
  look(): void
  /** Tells the observers of this element that it is in view by `ratio`, whatever the layout says. Returns how many. */
  force(element: Element, ratio: number): number
  /** Drops the observers of pages that are gone. */
  forgetGone(): void
}

export const createViews = (host: Host, scrollTop: () => number): Views => {
  const observers = new Set<Observer>()
  const rectOf = (element: Element): Rect => clientRect(host.current().element, element, scrollTop())
  const steps = (thresholds: number[], ratio: number): number =>
    thresholds.filter((threshold) => (threshold === 0 ? ratio > 0 : ratio >= threshold)).length
  const tell = (watched: Watched, ratio: number, rect: Rect, inside: Rect): void =>
    watched.told(
      host.realm.into({
        id: watched.element.id,
        dataset: datasetOf(watched.element),
        intersectionRatio: ratio,
        intersectionRect: inside,
        boundingClientRect: rect,
        relativeRect: viewport(),
        time: Date.now(),
      }),
    )
  const lookAt = (observer: Observer, watched: Watched): void => {
    const rect = rectOf(watched.element)
    const { top, bottom } = observer.margins
    const { ratio, rect: inside } = intersect(rect, -top, SCREEN.height + bottom)
    const now = steps(observer.thresholds, ratio)
    if (now === watched.last) return
    watched.last = now
    tell(watched, ratio, rect, inside)
  }
  const createIntersectionObserver = (...given: Dict[]): Dict => {
    const options = given.find((one) => Array.isArray(one?.thresholds) || one?.observeAll !== undefined) ?? {}
    const thresholds = (options.thresholds as number[] | undefined) ?? [0]
    const observer: Observer = { thresholds: [...thresholds], margins: { top: 0, bottom: 0 }, watched: [] }
    observers.add(observer)
    const relative = (margins: Dict = {}): Dict => {
      observer.margins = { top: Number(margins.top ?? 0), bottom: Number(margins.bottom ?? 0) }
      return api
    }
    const api: Dict = {
      relativeToViewport: relative,
      relativeTo: (_selector: string, margins?: Dict) => relative(margins),
      observe: (selector: string, told: Told) => {
        host.log('intersectionObserver.observe', { selector })
        const found = selectIn(host, selector)
        const watched = (options.observeAll ? found : found.slice(0, 1)).map((element) => ({ element, last: 0, told }))
        observer.watched.push(...watched)
        setTimeout(() => {
          if (host.isAlive() && observers.has(observer)) for (const one of watched) lookAt(observer, one)
        }, 20)
      },
      disconnect: () => void observers.delete(observer),
    }
    return api
  }
  return {
    createIntersectionObserver,
    look: () => {
      const page = host.current().element
      for (const observer of [...observers]) {
        for (const watched of observer.watched) if (page.contains(watched.element)) lookAt(observer, watched)
      }
    },
    force: (element, ratio) => {
      const rect = rectOf(element)
      const heard = [...observers]
        .flatMap((observer) => observer.watched)
        .filter((watched) => watched.element === element)
      for (const watched of heard) tell(watched, ratio, rect, { ...rect, top: 0, height: rect.height * ratio })
      return heard.length
    },
    forgetGone: () => {
      for (const observer of [...observers]) {
        if (observer.watched.length > 0 && observer.watched.every(({ element }) => !element.isConnected))
          observers.delete(observer)
      }
    },
  }
}
