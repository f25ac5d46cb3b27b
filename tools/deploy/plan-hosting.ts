// Which files of the web app go up, which are kept for the way back, which go?
import type { Found, HostedFile, Step, Wanted } from './state'

/** Where what a release overwrote is kept, in the same place as the rest and as public as it was. */
const KEPT = '_before/'
export const keptPath = (releaseId: string, path: string): string => `${KEPT}${releaseId}/${path}`
const isKept = (path: string): boolean => path.startsWith(KEPT)

/** A page names the files it needs: it comes when they are there. */
const lastPages = (a: string, b: string): number =>
  Number(a.endsWith('.html')) - Number(b.endsWith('.html')) || (a < b ? -1 : 1)

const count = (n: number): string => (n === 1 ? '1 file' : `${n} files`)

export const planHosting = ({ hosting }: Wanted, found: Found): Step[] => {
  if (found.hosting === null) return []
  const there = new Map(found.hosting.map(({ path, md5 }) => [path, md5]))
  const changed = hosting.filter(({ path, md5 }) => there.get(path) !== md5).map(({ path }) => path)
  const overwritten = changed.filter((path) => there.has(path)).sort()
  const added = changed.length - overwritten.length
  return [
    ...(overwritten.length
      ? [{ do: 'keep files', of: 'hosting', paths: overwritten, why: 'the way back leads to them' } as const]
      : []),
    ...(changed.length
      ? [
          {
            ...({ do: 'upload files', of: 'hosting', paths: changed.sort(lastPages) } as const),
            why: `${count(added)} new, ${count(overwritten.length)} changed`,
          },
        ]
      : []),
  ]
}

export const staleFiles = ({ hosting }: Wanted, found: Found, keep: readonly string[]): Step[] => {
  const ours = new Set([...hosting.map(({ path }: HostedFile) => path), ...keep])
  const paths = (found.hosting ?? []).map(({ path }) => path).filter((path) => !ours.has(path) && !isKept(path))
  return paths.length
    ? [{ do: 'remove files', of: 'hosting', paths: paths.sort(), why: 'no page of ours names them' }]
    : []
}
