// Which pictures are to be varied? Every file of a folder that the intake takes.
import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { ImageKind } from '@shared/domain/recipe'
import { type Taken, takeIn } from './take-in'

export type Read = { file: string; taken: Taken }

/** Names without an extension, as the painted files carry them; two files of one name are told apart by their extension. */
const namesOf = (files: readonly string[]): string[] => {
  const bare = files.map((file) => parse(file).name)
  const isTwice = (name: string) => bare.filter((other) => other === name).length > 1
  return files.map((file) => (isTwice(parse(file).name) ? file.replaceAll('.', '-') : parse(file).name))
}

/** In the order of their names; folders and hidden files are passed over. */
export const readPictures = async (folder: string, kind: ImageKind): Promise<Read[]> => {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
  const names = namesOf(files)
  const all: Read[] = []
  for (const [at, file] of files.entries())
    all.push({ file, taken: await takeIn(readFileSync(join(folder, file)), { name: names[at] ?? file, kind }) })
  return all
}
