// What does a person do with the page in front of her? Find, tap, type, wait: as she would, by what she sees.
import { inputEvents, isDisabled, openTypeOf, tapEvents } from './builtins'
import type { Engine } from './engine'
import type { Router } from './router'

const WAIT_MS = 4000
const EVERY_MS = 15
const LOOKS_LIKE_CSS =
  /^([.#[]|(view|text|image|button|input|textarea|canvas|scroll-view|switch|swiper|picker|video)\b)/

export type Hand = {
  $(selector: string): Element | null
  $$(selector: string): Element[]
  /** All text of the page in front. */
  text(): string
  /** Resolves to what `wanted` gives once it is truthy; a string waits for that text. */
  waitFor<T>(wanted: string | (() => T | null | undefined | false), ms?: number): Promise<T | true>
  /** The element: a CSS selector, or words she reads. Waits for it. */
  find(target: string | Element): Promise<Element>
  /** The element a tap was given to. */
  tap(target: string | Element): Promise<Element>
  input(target: string | Element, value: string): Promise<void>
  fire(target: string | Element, type: string, detail?: unknown): Promise<void>
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The beginning and the end of what a page says. */
const brief = (words: string): string => (words.length > 600 ? `${words.slice(0, 300)} … ${words.slice(-300)}` : words)

const isHidden = (element: Element): boolean =>
  element.closest('[hidden],[style*="display: none"],[style*="display:none"]') !== null

/** The innermost element that says exactly `words`, else the innermost that contains them. */
const byWords = (page: Element, words: string): Element | null => {
  const said = [...page.querySelectorAll('*')].filter((one) => one.textContent?.includes(words) && !isHidden(one))
  const innermost = said.filter((one) => ![...one.children].some((child) => child.textContent?.includes(words)))
  return innermost.find((one) => one.textContent?.trim() === words) ?? innermost.at(-1) ?? null
}

export const createHand = (engine: Engine, router: Router, wordsOfErrors: () => string): Hand => {
  const page = (): Element => router.current().element
  const $ = (selector: string): Element | null => page().querySelector(selector)
  const text = (): string => page().textContent ?? ''
  const locate = (target: string): Element | null => (LOOKS_LIKE_CSS.test(target) ? $(target) : byWords(page(), target))

  const waitFor: Hand['waitFor'] = async (wanted, ms = WAIT_MS) => {
    const until = Date.now() + ms
    for (;;) {
      const found = typeof wanted === 'string' ? text().includes(wanted) : wanted()
      if (found) return found
      if (Date.now() > until) break
      await pause(EVERY_MS)
    }
    const what = typeof wanted === 'string' ? `"${wanted}"` : wanted.toString().slice(0, 160)
    throw new Error(
      `${what} did not come within ${ms} ms on ${router.current().route}, which says: ${brief(text())}${wordsOfErrors()}`,
    )
  }
  const find = async (target: string | Element): Promise<Element> => {
    if (typeof target !== 'string') return target
    await waitFor(() => locate(target)).catch((error: Error) => {
      throw new Error(`nothing to find by "${target}": ${error.message}`)
    })
    const found = locate(target)
    if (!found) throw new Error(`"${target}" went away`)
    return found
  }
  const fire: Hand['fire'] = async (target, type, detail = {}) => engine.fire(await find(target), type, detail)

  return {
    $,
    $$: (selector) => [...page().querySelectorAll(selector)],
    text,
    waitFor,
    find,
    fire,
    tap: async (target) => {
      const element = await find(target)
      const button = openTypeOf(element)?.button ?? element.closest('button') ?? element
      if (isDisabled(button)) throw new Error(`"${target}" is disabled`)
      for (const { type, detail, extra } of tapEvents()) engine.fire(element, type, detail, extra)
      await pause(EVERY_MS)
      return element
    },
    input: async (target, value) => {
      const element = await find(target)
      for (const { type, detail } of inputEvents(value)) engine.fire(element, type, detail)
      await pause(EVERY_MS)
    },
  }
}
