// What is a text with choices in it, how many texts does it hold, and which is number n?
import { FOLD_COLUMNS } from '../fold'

/**
 * A choice between branches. The first branch is always what the author wrote: digit 0 undoes the choice.
 * `weights`, where given, say how often each branch is dealt; every branch counts once otherwise.
 */
export type Choice = { any: readonly Branch[]; weights?: readonly number[] }
/** A place between two sentences or two clauses, as written there; the plan's layout decides for all of a kind together. */
export type Gap = { gap: string; between: GapKind }
export type GapKind = 'sentences' | 'clauses'
export type Piece = string | Choice | Gap
export type Branch = string | readonly Piece[]

export const isChoice = (piece: Piece): piece is Choice => typeof piece !== 'string' && 'any' in piece

const piecesOf = (branch: Branch): readonly Piece[] => (typeof branch === 'string' ? [branch] : branch)

/** How many different paths this branch has (a float: exact below 2^53). */
export function countBranch(branch: Branch): number {
  if (typeof branch === 'string') return 1
  return branch.reduce((product, piece) => product * (isChoice(piece) ? countChoice(piece) : 1), 1)
}

/** A wording that is written twice counts once: {好|好} holds one text. */
export const countChoice = ({ any }: Choice): number =>
  any.reduce(
    (sum, branch, i) => sum + (typeof branch === 'string' && any.indexOf(branch) < i ? 0 : countBranch(branch)),
    0,
  )

const radixOfBranch = (branch: Branch): number =>
  typeof branch === 'string'
    ? 1
    : branch.reduce((product, piece) => product * (isChoice(piece) ? radixOf(piece) : 1), 1)

/** Plans never change, so a choice is counted once: dealing 5,000 texts asks for the same radices again and again. */
const known = new WeakMap<Choice, number>()

/** How many digits the choice has: as countChoice, but a branch of weight 3 has three times its share. */
export function radixOf(choice: Choice): number {
  const before = known.get(choice)
  if (before !== undefined) return before
  const radix = choice.any.reduce((sum, branch, i) => sum + radixOfBranch(branch) * (choice.weights?.[i] ?? 1), 0)
  known.set(choice, radix)
  return radix
}

export function renderChoice(choice: Choice, digit: number): string {
  let rest = digit
  for (let i = 0; i < choice.any.length; i += 1) {
    const branch = choice.any[i] ?? ''
    const radix = radixOfBranch(branch)
    const share = radix * (choice.weights?.[i] ?? 1)
    if (rest < share) return renderBranch(branch, rest % radix)
    rest -= share
  }
  return ''
}

export function renderBranch(branch: Branch, index: number): string {
  if (typeof branch === 'string') return branch
  let rest = index
  let text = ''
  for (const piece of branch) {
    if (!isChoice(piece)) {
      text += typeof piece === 'string' ? piece : piece.gap
      continue
    }
    const radix = radixOf(piece)
    text += renderChoice(piece, rest % radix)
    rest = Math.floor(rest / radix)
  }
  return text
}

/** What the author wrote there: every choice at its first branch. */
export const sourceOf = (piece: Piece): string =>
  typeof piece === 'string' ? piece : isChoice(piece) ? renderChoice(piece, 0) : piece.gap

/** Every text in which one branch is taken and all other choices stay at their first: small, even for deep nesting. */
export function eachBranchTaken(branch: Branch): string[] {
  const pieces = piecesOf(branch)
  const firsts = pieces.map(sourceOf)
  const texts: string[] = []
  pieces.forEach((piece, i) => {
    if (!isChoice(piece)) return
    const before = firsts.slice(0, i).join('')
    const after = firsts.slice(i + 1).join('')
    for (const option of piece.any) {
      for (const middle of [renderBranch(option, 0), ...eachBranchTaken(option)]) texts.push(before + middle + after)
    }
  })
  return texts
}

/** An upper bound of the length: every choice at its longest branch; `gap` stands in every gap between sentences. */
export function longestBranch(branch: Branch, gap?: string): string {
  return piecesOf(branch)
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if (!isChoice(piece)) return (piece.between === 'sentences' ? gap : undefined) ?? piece.gap
      return piece.any
        .map((option) => longestBranch(option))
        .reduce((long, text) => (weightOf(text) > weightOf(long) ? text : long), '')
    })
    .join('')
}

/** A line break costs up to a whole line of the fold meter. */
const weightOf = (text: string) => text.length + FOLD_COLUMNS * (text.split('\n').length - 1)

/** The length that dealing gives on average, in UTF-16 units; gaps as written. */
export function meanLength(branch: Branch): number {
  return piecesOf(branch).reduce((sum, piece) => {
    if (typeof piece === 'string') return sum + piece.length
    if (!isChoice(piece)) return sum + piece.gap.length
    const shares = piece.any.map((option, i) => radixOfBranch(option) * (piece.weights?.[i] ?? 1))
    const total = shares.reduce((all, share) => all + share, 0)
    return sum + piece.any.reduce((mean, option, i) => mean + (meanLength(option) * (shares[i] ?? 0)) / total, 0)
  }, 0)
}
