// One job from standard input, its sums to standard output.
import { readFileSync } from 'node:fs'
import { type Job, runJob } from './job'

process.stdout.write(JSON.stringify(runJob(JSON.parse(readFileSync(0, 'utf8')) as Job)))
