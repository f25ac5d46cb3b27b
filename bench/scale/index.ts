// What `npm run bench -- scale` measures. The rest of docs/scale.md is arithmetic: `node tools/run.mjs scale` writes it.
import type { Part } from '../part'
import { packing } from './packing'

export const scaleParts: readonly Part[] = [packing]
