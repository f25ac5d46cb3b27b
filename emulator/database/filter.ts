// Does a document match? Filters are checked against a list of operators first; mingo then tests.
import { Query } from 'mingo'
import { invalidParam, unsupported } from '../errors'
import { plainProjection } from './plain-projection'
import { plainTest } from './plain-test'
import { type Doc, isPlainObject } from './values'

const LOGICAL = new Set(['$and', '$or', '$nor'])
const FIELD_OPERATORS = new Set(
  '$eq $ne $gt $gte $lt $lte $in $nin $exists $all $elemMatch $size $mod $not $regex $options $type'.split(' '),
)

const assertFieldTest = (test: unknown): void => {
  if (!isPlainObject(test)) return
  const names = Object.keys(test)
  const operators = names.filter((name) => name.startsWith('$'))
  for (const name of operators) if (!FIELD_OPERATORS.has(name)) throw unsupported(`the query operator ${name}`)
  if (operators.length && operators.length < names.length) throw invalidParam('a condition mixes operators and fields')
  if (test.$not !== undefined) assertFieldTest(test.$not)
  if (isPlainObject(test.$elemMatch)) {
    if (Object.keys(test.$elemMatch).some((n) => n.startsWith('$') && !LOGICAL.has(n))) assertFieldTest(test.$elemMatch)
    else assertFilter(test.$elemMatch)
  }
}

export const assertFilter = (filter: Doc): void => {
  for (const [name, test] of Object.entries(filter)) {
    if (LOGICAL.has(name)) {
      if (!Array.isArray(test) || !test.length) throw invalidParam(`${name} needs a non-empty array`)
      for (const part of test) {
        if (!isPlainObject(part)) throw invalidParam(`${name} entries must be objects`)
        assertFilter(part)
      }
    } else if (name.startsWith('$')) throw unsupported(`the query operator ${name}`)
    else assertFieldTest(test)
  }
}

export const matcher = (filter: Doc): ((doc: Doc) => boolean) => plainTest(filter) ?? compiled(filter)

export const compiled = (filter: Doc): ((doc: Doc) => boolean) => {
  const query = new Query(filter, {})
  return (doc) => query.test(doc)
}

const assertProjection = (projection: Doc): void => {
  for (const [field, rule] of Object.entries(projection)) {
    const isShape = isPlainObject(rule) && Object.keys(rule).every((op) => op === '$slice' || op === '$elemMatch')
    if (rule !== 0 && rule !== 1 && !isShape) throw unsupported(`the projection of ${field}: ${JSON.stringify(rule)}`)
  }
}

export const projector = (projection: Doc): ((doc: Doc) => Doc) => {
  assertProjection(projection)
  if (!Object.keys(projection).length) return (doc) => doc
  return plainProjection(projection) ?? compiledProjection(projection)
}

export const compiledProjection = (projection: Doc): ((doc: Doc) => Doc) => {
  const query = new Query({}, {})
  return (doc) => query.find<Doc>([doc], projection as Record<string, unknown>).all()[0] ?? {}
}
