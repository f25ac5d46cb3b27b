// Writes the table of docs/operations.md anew: `node tools/run.mjs retention`. A test sees to it that it is up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { tellRetention } from '../shared/domain/retention'

const PAGE = 'docs/operations.md'
const HEADING = '## What is kept how long\n'
const AFTER = '\nIn storage: '

const page = readFileSync(PAGE, 'utf8')
const [before = ''] = page.split(HEADING)
const rest = page.includes(AFTER) ? page.slice(page.indexOf(AFTER)) : '\n'
writeFileSync(PAGE, `${before}${HEADING}\n${tellRetention()}\n${rest}`)
