// Does a document match a filter of plain comparisons? The everyday filters without compiling a query; any other is mingo's.
import { encodeKey, typeTag, valuesAt } from './keys'
import { type Doc, isPlainObject } from './values'

type Test = (value: unknown) => boolean

const isScalar = (value: unknown): boolean =>
  value === null || ['number', 'string', 'boolean'].includes(typeof value) || value instanceof Date

const compare = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return Buffer.compare(encodeKey(a), encodeKey(b))
}

const isSame = (wanted: unknown): Test =>
  wanted instanceof Date
    ? (value) => value instanceof Date && value.getTime() === wanted.getTime()
    : (value) => value === wanted

/** Comparisons only see values of the same type. */
const ranged = (wanted: unknown, holds: (difference: number) => boolean): Test => {
  const tag = typeTag(wanted)
  return (value) => typeTag(value) === tag && holds(compare(value, wanted))
}

const RANGES: Readonly<Record<string, (difference: number) => boolean>> = {
  $gt: (difference) => difference > 0,
  $gte: (difference) => difference >= 0,
  $lt: (difference) => difference < 0,
  $lte: (difference) => difference <= 0,
}

const operatorTest = (operator: string, wanted: unknown): Test | undefined => {
  if (operator === '$eq') return isScalar(wanted) ? isSame(wanted) : undefined
  if (operator === '$in') {
    if (!Array.isArray(wanted) || !wanted.every(isScalar)) return undefined
    const tests = wanted.map(isSame)
    return (value) => tests.some((test) => test(value))
  }
  const range = RANGES[operator]
  // NaN stands apart from every order
  return range && isScalar(wanted) && wanted !== null && !Number.isNaN(wanted) ? ranged(wanted, range) : undefined
}

const testsOf = (asked: unknown): Test[] | undefined => {
  if (isScalar(asked)) return [isSame(asked)]
  if (!isPlainObject(asked)) return undefined
  const tests = Object.entries(asked).map(([operator, wanted]) => operatorTest(operator, wanted))
  return tests.length && tests.every((test) => test !== undefined) ? (tests as Test[]) : undefined
}

/** undefined when the filter asks for more than comparisons of top-level fields with plain values. */
export const plainTest = (filter: Doc): ((doc: Doc) => boolean) | undefined => {
  const fields: [string, Test[]][] = []
  for (const [field, asked] of Object.entries(filter)) {
    const tests = field.startsWith('$') || field.includes('.') ? undefined : testsOf(asked)
    if (!tests) return undefined
    fields.push([field, tests])
  }
  // each test may be met by another element of an array
  return (doc) =>
    fields.every(([field, tests]) => {
      const values = valuesAt(doc, field)
      return tests.every((test) => values.some(test))
    })
}
