// What do the contracts say of themselves? The sentence above each action, found by the name it is listed under.
import { readFileSync } from 'node:fs'
import path from 'node:path'

const read = (root: string, file: string): string => readFileSync(path.join(root, 'shared/contracts', file), 'utf8')

/** Comments as they stand above `export const <name> =`, in one line. */
const aboveExport = (source: string, name: string): string => {
  const at = source.search(new RegExp(`^export const ${name} =`, 'm'))
  if (at < 0) throw new Error(`There is no export ${name} where the list of actions says so`)
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(source.slice(0, at))?.[1] ?? ''
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .filter(Boolean)
    .join(' ')
}

/** By function and action, e.g. 'hq/post.list'. */
export const readComments = (root: string): Map<string, string> => {
  const index = read(root, 'index.ts')
  const fileOf = new Map(
    [...index.matchAll(/^import \* as (\w+) from '\.\/([\w-]+)'/gm)].map(([, as, file]) => [as, file]),
  )
  const sources = new Map<string, string>()
  const comments = new Map<string, string>()
  let fn = ''
  for (const line of index.split('\n')) {
    fn = /^ {2}(\w+): \{$/.exec(line)?.[1] ?? fn
    const [, action, alias, name] = /^ {4}'([\w.-]+)': (\w+)\.(\w+),$/.exec(line) ?? []
    if (!action || !alias || !name) continue
    const file = `${fileOf.get(alias)}.ts`
    const source = sources.get(file) ?? read(root, file)
    sources.set(file, source)
    comments.set(`${fn}/${action}`, aboveExport(source, name))
  }
  return comments
}
