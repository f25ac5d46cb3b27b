// Which files and pages does a built mini program have?
import { readdirSync } from 'node:fs'
import path from 'node:path'

export type TabItem = { pagePath: string; text: string }
export type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: TabItem[] }
  window?: Record<string, unknown>
}

/** All files below `dir` whose name ends in `ending`, relative, with forward slashes. */
export const filesOf = (dir: string, ending: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) =>
      path
        .relative(dir, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/'),
    )
    .sort()

export const pagesOf = (app: AppJson): string[] => [
  ...app.pages,
  ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root.replace(/\/$/, '')}/${page}`)),
]
