// What does a pipeline answer? A listed set of stages and operators; the first $match must be served by an index.
import { Aggregator } from 'mingo'
import { CloudError, invalidParam, requestFailed, unsupported } from '../errors'
import { assertFilter } from './filter'
import { docOf, find, planOrRefuse } from './find'
import type { Database } from './open'
import { type Doc, decode, decodeObject, decodeStored, isPlainObject } from './values'

const STAGES = new Set(
  '$match $group $sort $limit $skip $project $unwind $lookup $addFields $count $replaceRoot $sortByCount'.split(' '),
)
// accumulators and expressions whose results were compared with the service's own test suite
const EXPRESSIONS = new Set(
  `$sum $avg $min $max $first $last $push $addToSet $mergeObjects $abs $add $subtract $multiply $divide $mod $floor $ceil
   $round $trunc $pow $sqrt $concat $toLower $toUpper $split $strLenCP $substrCP $indexOfArray $arrayElemAt $concatArrays
   $filter $map $reduce $in $size $slice $range $reverseArray $isArray $zip $arrayToObject $objectToArray $and $or $not $eq $ne
   $gt $gte $lt $lte $cmp $cond $ifNull $switch $literal $let $year $month $dayOfMonth $dayOfWeek $dayOfYear $hour $minute
   $second $millisecond $dateToString $dateFromString $setUnion $setIntersection $setDifference $setIsSubset $setEquals
   $allElementsTrue $anyElementTrue $type`.split(/\s+/),
)

const assertExpressions = (value: unknown): void => {
  if (Array.isArray(value)) {
    for (const item of value) assertExpressions(item)
  } else if (isPlainObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (name.startsWith('$') && !EXPRESSIONS.has(name)) throw unsupported(`the aggregate operator ${name}`)
      assertExpressions(inner)
    }
  }
}

const assertLookup = (db: Database, lookup: unknown): void => {
  if (!isPlainObject(lookup) || 'pipeline' in lookup || 'let' in lookup) throw unsupported('$lookup with a pipeline')
  const { from, foreignField } = lookup
  const served = db.engine.indexes(String(from)).some((index) => index.keys[0]?.[0] === foreignField)
  if (db.strict && foreignField !== '_id' && !served) {
    throw new CloudError('EMULATOR_NO_INDEX', `No index of '${from}' serves the $lookup on ${foreignField}`)
  }
}

const parseStages = (db: Database, stages: unknown): { key: string; value: unknown }[] => {
  if (!Array.isArray(stages) || !stages.length) throw invalidParam('an aggregation needs stages')
  return stages.map(({ stageKey, stageValue }) => {
    const key = String(stageKey)
    if (!STAGES.has(key)) throw unsupported(`the aggregate stage ${key}`)
    const value = key === '$match' ? decodeObject(String(stageValue)) : decode(String(stageValue))
    if (key === '$match') assertFilter(value as Doc)
    else if (key === '$lookup') assertLookup(db, value)
    else assertExpressions(value)
    return { key, value }
  })
}

const readAll = (db: Database, collection: string): Doc[] => {
  const everything = {
    index: undefined,
    intervals: [{ from: Buffer.alloc(0), to: Buffer.alloc(64, 0xff) }],
    reverse: false,
  }
  return [...db.engine.scan(collection, everything, 1000)].map(({ body }) => decodeStored(body))
}

export const aggregate = (db: Database, collection: string, rawStages: unknown): { list: Doc[]; examined: number } => {
  db.engine.indexes(collection)
  const stages = parseStages(db, rawStages)
  const [first] = stages
  const filter = first?.key === '$match' ? (first.value as Doc) : {}
  const plan = planOrRefuse(db.engine, collection, filter, [], db.strict)
  const request = { collection, filter, order: [], offset: 0, limit: Number.MAX_SAFE_INTEGER }
  const { found, examined } = find(db.engine, request, plan)
  const rest = first?.key === '$match' ? stages.slice(1) : stages
  let joined = 0
  const collectionResolver = (name: string): Doc[] => {
    const docs = readAll(db, name)
    joined += docs.length
    return docs
  }
  try {
    const pipeline = rest.map(({ key, value }) => ({ [key]: value }))
    const list = new Aggregator(pipeline, { collectionResolver }).run<Doc>(found.map(docOf))
    return { list, examined: examined + joined }
  } catch (error) {
    throw requestFailed(error instanceof Error ? error.message : String(error))
  }
}
