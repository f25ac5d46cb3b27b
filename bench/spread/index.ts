// What `npm run bench -- spread` measures, in this order. One file per part, named like it.
import type { Part } from '../part'
import { forest } from './forest'
import { paths } from './paths'

export const spreadParts: readonly Part[] = [forest, paths]
