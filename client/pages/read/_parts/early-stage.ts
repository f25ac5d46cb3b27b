// Where the article stands until the app has drawn it: above the app, and gone as soon as the app shows more than its waiting.

const ID = 'early'
/** Longer the app's own picture is not waited for. */
const PICTURE_MS = 1_000

const SCROLLER =
  'position:fixed;z-index:1;top:0;right:0;bottom:0;left:0;overflow-x:hidden;overflow-y:scroll;background:var(--surface)'

/** Asked anew each time: Taro puts an element of its own in the place of the page's when it starts. */
const inApp = <E extends Element>(selector: string): E | null => document.querySelector<E>(`#app ${selector}`)

const appHasCome = (): boolean => inApp('.page') !== null && inApp('.skeleton') === null

const isDrawn = (image: HTMLImageElement | null): boolean => image?.complete === true && image.naturalWidth > 0

/** Her place in the text goes over to the app's page. */
const leave = (stage: HTMLElement): void => {
  const scroller = inApp('.taro_page')
  if (scroller && stage.scrollTop > 0) scroller.scrollTop = stage.scrollTop
  stage.remove()
}

/** Not before the app's cover can be seen, where this one can. */
const leaveUnseen = (stage: HTMLElement, until: number): void => {
  const ready = !isDrawn(stage.querySelector('img')) || isDrawn(inApp('.photo img')) || performance.now() > until
  requestAnimationFrame(() => (ready ? leave(stage) : leaveUnseen(stage, until)))
}

/** letters: how large she wants them (platform/letters.ts). */
export const showEarly = (article: HTMLElement, letters: number): void => {
  if (document.getElementById(ID) || appHasCome()) return
  const stage = document.createElement('div')
  stage.id = ID
  stage.style.cssText = SCROLLER
  stage.tabIndex = 0 // keys scroll it
  const page = document.createElement('div')
  page.className = 'page read'
  if (letters !== 1) page.style.setProperty('--letters', String(letters))
  page.append(article)
  stage.append(page)
  document.body.append(stage)
  const watcher = new MutationObserver(() => {
    if (!appHasCome()) return
    watcher.disconnect()
    requestAnimationFrame(() => leaveUnseen(stage, performance.now() + PICTURE_MS))
  })
  watcher.observe(document.body, { childList: true, subtree: true })
  window.addEventListener('hashchange', () => stage.remove(), { once: true })
}
