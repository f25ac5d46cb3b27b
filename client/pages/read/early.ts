// The page's first script in a browser (written into index.html by config/first-page.cjs): asks for the article and shows it while
// the app is still on its way. Whatever goes wrong here, the app does the same in the ordinary way.

import type { Output, Reply } from '@shared/contracts'
import type { Lang } from '@shared/domain/day'
import { askEarly, startApp } from '@/platform/early'
import { browserLetters, withinScreens } from '@/platform/letter-size'
import { drawEarly } from './_parts/early-article'
import { showEarly } from './_parts/early-stage'
import { earlyTarget } from './_parts/target'

type Answer = Reply<Output<'reader', 'post.read'>> | null

/** Never where it fails: the article is not shown unstyled. */
const styled = (link: HTMLLinkElement): Promise<unknown> =>
  link.sheet ? Promise.resolve() : new Promise((come) => link.addEventListener('load', come, { once: true }))

const pageStands = (): Promise<unknown> =>
  document.readyState === 'loading'
    ? new Promise((come) => document.addEventListener('readystatechange', come, { once: true }))
    : Promise.resolve()

const ended = (image: HTMLImageElement | null): Promise<unknown> =>
  new Promise((end) => {
    image?.addEventListener('load', end)
    image?.addEventListener('error', end)
    if (!image) end(null)
  })

/** Resolves when all that she sees first has come, whether it could be shown or not. */
const show = async (opened: Output<'reader', 'post.read'>, lang: Lang): Promise<void> => {
  const article = drawEarly(opened, Date.now(), lang) // its cover is fetched from here on
  const covered = ended(article.querySelector('img'))
  await pageStands()
  await Promise.all(Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'), styled))
  showEarly(article, withinScreens(browserLetters()))
  await covered
}

const begin = async (): Promise<void> => {
  const target = earlyTarget(location.hash)
  const asked = target && askEarly('post.read', target)
  if (!asked) return
  const answer: Answer = await asked.reply.then((given) => (given.ok ? given.clone().json() : null))
  if (answer?.ok) await show(answer.data, asked.lang)
}

begin().then(startApp, startApp)
