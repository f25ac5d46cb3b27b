// Writes docs/scale.md: `node tools/run.mjs scale`. A test sees to it that it is up to date.
import { writeFileSync } from 'node:fs'
import { writeScalePage } from '../bench/scale/page'

writeFileSync('docs/scale.md', writeScalePage())
