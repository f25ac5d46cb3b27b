// Does a number still count the same thing, and still belong to the same one?
import { isHan } from '../marks'
import type { Anchor, Reading } from './anchors'
import type { GuardFinding } from './verdict'
import { NOUN_UNITS } from './wording.data'

/** What follows a number and starts like this is not what the number counts. */
const LOOSE_FOLLOW =
  '就都也还已能可会要在到送来去用付结开下买享有是为的了一以等和与及含只仅不直即给带包让立赶适齐现哦啦吧呢啊呀内完搞全真起够每这那想喜我你您她他大家咱哟选挑重'
const LOOSE_BEFORE = '的了就都也还只仅要是为价到于有在用约才至达我你您自己第这那个'
/** One character that makes an exact number a rough one. */
const HEDGES = '近约超逾足'
const BEFORE_UNITS = 8
const AFTER_UNITS = 5

const isHedge = (unit: string) => unit !== '' && HEDGES.indexOf(unit) >= 0

/** Reads Han that no anchor covers, in one direction. */
function hanRun(reading: Reading, from: number, step: 1 | -1, most: number): string {
  let run = ''
  for (let i = from; run.length < most && isHan(reading.text.charAt(i)) && reading.taken[i] !== true; i += step) {
    run = step === 1 ? run + reading.text.charAt(i) : reading.text.charAt(i) + run
  }
  return run
}

/** The thing counted: two characters, and a third where it names a thing too ("白鹅绒"); none where a verb begins. */
function countedThing(reading: Reading, end: number): string {
  const run = hanRun(reading, reading.text.charAt(end) === '的' ? end + 1 : end, 1, 3)
  let length = 0
  while (length < run.length && LOOSE_FOLLOW.indexOf(run.charAt(length)) < 0) length += 1
  return run.slice(0, length === 3 && NOUN_UNITS.indexOf(run.charAt(2)) < 0 ? 2 : length)
}

const ownerBefore = (reading: Reading, at: number) =>
  hanRun(reading, at - 1, -1, 3)
    .split('')
    .filter((unit) => LOOSE_BEFORE.indexOf(unit) < 0)

export function checkNeighbours(
  source: Reading,
  candidate: Reading,
  pair: { was: Anchor; is: Anchor },
): GuardFinding[] {
  const { was, is } = pair
  const end = was.at + was.word.length
  const isEnd = is.at + is.word.length
  const findings: GuardFinding[] = []
  const [hedgeWas, hedgeIs] = [source.text.charAt(was.at - 1), candidate.text.charAt(is.at - 1)]
  if (hedgeWas !== hedgeIs && (isHedge(hedgeWas) || isHedge(hedgeIs))) {
    const word = isHedge(hedgeIs) ? hedgeIs : hedgeWas
    findings.push({ reason: 'certainty-changed', word, at: is.at - 1, sourceAt: was.at - 1 })
  }
  const counted = countedThing(source, end)
  if (!candidate.text.slice(isEnd).replace(/^的/, '').startsWith(counted)) {
    findings.push({ reason: 'word-changed', word: counted, at: is.at, sourceAt: end })
  }
  const owner = ownerBefore(source, was.at)
  const [rest = ''] = candidate.text.slice(isEnd, isEnd + AFTER_UNITS).split(/[，。！？；、～\n]/)
  const around = candidate.text.slice(Math.max(0, is.at - BEFORE_UNITS), is.at) + rest
  if (owner.length > 0 && !owner.some((unit) => around.indexOf(unit) >= 0)) {
    findings.push({ reason: 'word-changed', word: owner.join(''), at: is.at, sourceAt: was.at - owner.length })
  }
  return findings
}
