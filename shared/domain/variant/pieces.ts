// What is a text with choices in it, how many texts does it hold, and which is number n?
import { FOLD_COLUMNS } from '../fold'

/** A choice between branches. The first branch is always what the author wrote: digit 0 undoes the choice. */
export type Choice = { any: readonly Branch[] }
export type Piece = string | Choice
export type Branch = string | readonly Piece[]

const piecesOf = (branch: Branch): readonly Piece[] => (typeof branch === 'string' ? [branch] : branch)

/** How many texts this branch can become (a float: exact below 2^53). */
export function countBranch(branch: Branch): number {
  if (typeof branch === 'string') return 1
  return branch.reduce((product, piece) => product * (typeof piece === 'string' ? 1 : countChoice(piece)), 1)
}

/** Plans never change, so a choice is counted once: dealing 5,000 texts asks for the same radices again and again. */
const counted = new WeakMap<Choice, number>()

/** The radix of one choice point: nested choices are counted, so every digit is a different path. */
export function countChoice(choice: Choice): number {
  const known = counted.get(choice)
  if (known !== undefined) return known
  const size = choice.any.reduce((sum, branch) => sum + countBranch(branch), 0)
  counted.set(choice, size)
  return size
}

export function renderChoice(choice: Choice, digit: number): string {
  let rest = digit
  for (const branch of choice.any) {
    const size = countBranch(branch)
    if (rest < size) return renderBranch(branch, rest)
    rest -= size
  }
  return ''
}

export function renderBranch(branch: Branch, index: number): string {
  let rest = index
  let text = ''
  for (const piece of piecesOf(branch)) {
    if (typeof piece === 'string') {
      text += piece
      continue
    }
    const radix = countChoice(piece)
    text += renderChoice(piece, rest % radix)
    rest = Math.floor(rest / radix)
  }
  return text
}

/** Every text in which one branch is taken and all other choices stay at their first: small, even for deep nesting. */
export function eachBranchTaken(branch: Branch): string[] {
  const pieces = piecesOf(branch)
  const firsts = pieces.map((piece) => (typeof piece === 'string' ? piece : renderChoice(piece, 0)))
  const texts: string[] = []
  pieces.forEach((piece, i) => {
    if (typeof piece === 'string') return
    const before = firsts.slice(0, i).join('')
    const after = firsts.slice(i + 1).join('')
    for (const option of piece.any) {
      for (const middle of [renderBranch(option, 0), ...eachBranchTaken(option)]) texts.push(before + middle + after)
    }
  })
  return texts
}

/** An upper bound of the length: every choice at its longest branch. */
export function longestBranch(branch: Branch): string {
  return piecesOf(branch)
    .map((piece) => {
      if (typeof piece === 'string') return piece
      return piece.any.map(longestBranch).reduce((long, text) => (weightOf(text) > weightOf(long) ? text : long), '')
    })
    .join('')
}

/** A line break costs up to a whole line of the fold meter. */
const weightOf = (text: string) => text.length + FOLD_COLUMNS * (text.split('\n').length - 1)
