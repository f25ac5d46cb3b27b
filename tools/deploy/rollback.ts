// What leads back to what was there before the last release? Functions and hosted files; the rest has no way back.
import { keptPath } from './plan-hosting'
import type { Port } from './port'
import type { Release } from './releases'

export type Back =
  | { readonly do: 'route'; readonly of: string; readonly version: string }
  | { readonly do: 'restore'; readonly from: string; readonly to: string }

/** The last that has not been taken back; null: there is none. */
export const lastRelease = (releases: readonly Release[]): Release | null =>
  releases.find(({ state }) => state !== 'undone') ?? null

export const planBack = ({ _id, kept, files }: Release): Back[] => [
  ...Object.entries(kept).map(([of, version]): Back => ({ do: 'route', of, version })),
  // the page last, as it went up
  ...[...files]
    .sort((a, b) => Number(a.endsWith('.html')) - Number(b.endsWith('.html')))
    .map((file): Back => ({ do: 'restore', from: keptPath(_id, file), to: file })),
]

/** What a way back cannot reach, said before and after. */
export const BEYOND = [
  'collections, indexes and settings of the environment stay as they are: new ones do no harm to older code',
  'data that a migration changed goes back with `node tools/run.mjs migrate --down` alone',
  'functions and files that the release made stay; nothing older calls them',
  'the mini program goes back in the console: mp.weixin.qq.com → 版本管理 → 线上版本 → 版本回退',
]

export const goBack = async (
  port: Pick<Port, 'route' | 'copyHosted'>,
  release: Release,
  save: (release: Release) => Promise<void>,
  tell: (line: string) => void,
): Promise<void> => {
  for (const back of planBack(release)) {
    tell(wordBack(back))
    if (back.do === 'route') await port.route(back.of, back.version)
    else await port.copyHosted(back.from, back.to)
  }
  await save({ ...release, state: 'undone' })
}

export const wordBack = (back: Back): string =>
  back.do === 'route' ? `~ ${back.of}: callers get version ${back.version}` : `~ ${back.to}: as it was before`
