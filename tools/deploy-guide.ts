// Writes the tables of docs/deploy*.md from data: `node tools/run.mjs deploy-guide`. A test sees that they are up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { fillGuide, GUIDES, type GuideLang } from './deploy/guide'

for (const [lang, file] of Object.entries(GUIDES))
  writeFileSync(file, fillGuide(readFileSync(file, 'utf8'), lang as GuideLang))
