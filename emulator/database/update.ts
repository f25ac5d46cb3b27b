// What does a document become? MongoDB's update operators through mingo, with the server's own refusals added.
import { update } from 'mingo'
import { CloudError, requestFailed, unsupported } from '../errors'
import { applyPlain } from './plain-update'
import { type Doc, isPlainObject } from './values'

const OPERATORS = new Set(
  '$set $unset $inc $mul $min $max $rename $push $pull $pullAll $pop $addToSet $currentDate'.split(' '),
)
const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])
const CREATES_PATHS = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet', '$currentDate'])
const NEEDS_ARRAY = new Set(['$push', '$pull', '$pullAll', '$pop', '$addToSet'])

const emptyUpdate = (): CloudError =>
  new CloudError(
    'EMULATOR_EMPTY_UPDATE',
    'The update is empty. The SDK drops undefined and nested empty objects: use _.set({}) to store one.',
  )

export const assertUpdate = (change: Doc): void => {
  const operators = Object.keys(change)
  if (!operators.length) throw emptyUpdate()
  for (const operator of operators) {
    if (!OPERATORS.has(operator)) throw unsupported(`the update operator ${operator}`)
    const fields = change[operator]
    if (!isPlainObject(fields)) throw requestFailed(`${operator} needs an object`)
    if (!Object.keys(fields).length) throw emptyUpdate()
    for (const [path, value] of Object.entries(fields)) {
      if (path === '_id' || path.startsWith('_id.')) throw requestFailed('the (immutable) field _id cannot be altered')
      if ((operator === '$push' || operator === '$addToSet') && isPlainObject(value)) {
        const unknown = Object.keys(value).find((name) => name.startsWith('$') && !PUSH_MODIFIERS.has(name))
        if (unknown) throw unsupported(`the ${operator} modifier ${unknown}`)
      }
    }
  }
}

const typeName = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** Follows a path the way an update would create it; a scalar in the way is the server's "Cannot create field". */
const reach = (doc: Doc, path: string): { blocked?: string; value?: unknown } => {
  let at: unknown = doc
  for (const part of path.split('.')) {
    if (part.startsWith('$')) return {}
    if (at === undefined) return {}
    if (Array.isArray(at)) {
      if (!/^\d+$/.test(part)) return { blocked: `Cannot create field '${part}' in element of type array` }
      at = at[Number(part)]
    } else if (isPlainObject(at)) at = Object.hasOwn(at, part) ? at[part] : undefined
    else return { blocked: `Cannot create field '${part}' in element of type ${typeName(at)}` }
  }
  return { value: at }
}

const assertApplies = (doc: Doc, operator: string, path: string): void => {
  const { blocked, value } = reach(doc, path)
  if (blocked && CREATES_PATHS.has(operator)) throw requestFailed(`${blocked} (${operator} ${path})`)
  if (blocked || value === undefined || path.includes('$')) return
  if ((operator === '$inc' || operator === '$mul') && typeof value !== 'number') {
    throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type: ${path} is ${typeName(value)}`)
  }
  if (NEEDS_ARRAY.has(operator) && !Array.isArray(value)) {
    throw requestFailed(`Cannot apply ${operator} to a non-array field: ${path} is ${typeName(value)}`)
  }
}

/** mingo forgets $slice and $sort when a $push creates its array: give it an empty one first. */
const prepareArrays = (doc: Doc, change: Doc): void => {
  for (const [path, value] of Object.entries((change.$push ?? {}) as Doc)) {
    const shaped = isPlainObject(value) && ('$slice' in value || '$sort' in value)
    if (shaped && !path.includes('$') && reach(doc, path).value === undefined) update(doc, { $set: { [path]: [] } })
  }
}

/** Changes `doc` in place; `filter` is what found it (a positional `$` needs it). */
export const applyUpdate = (doc: Doc, change: Doc, filter: Doc): void => {
  for (const [operator, fields] of Object.entries(change)) {
    for (const path of Object.keys(fields as Doc)) assertApplies(doc, operator, path)
  }
  if (applyPlain(doc, change)) return
  prepareArrays(doc, change)
  const positional = Object.values(change).some((f) => Object.keys(f as Doc).some((path) => path.includes('.$')))
  try {
    update(doc, change, [], positional ? filter : {}, { cloneMode: 'deep' })
  } catch (error) {
    throw requestFailed(error instanceof Error ? error.message : String(error))
  }
}
