// What `npm run bench -- work` measures, in this order. One file per part, named like it.
import type { Part } from '../part'
import { job } from './job'
import { pages } from './pages'

export const workParts: readonly Part[] = [pages, job]
