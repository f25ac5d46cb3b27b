// Writes docs/api.md from the contracts: `node tools/run.mjs api-docs`. A test sees to it that it is up to date.
import { writeFileSync } from 'node:fs'
import { writeApiPage } from './api-docs/page'

writeFileSync('docs/api.md', writeApiPage(process.cwd()))
