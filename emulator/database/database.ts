// What can a function ask the database? Every database.* action of the admin protocol, reads and counts here.
import { CloudError } from '../errors'
import { aggregate } from './aggregate'
import { projector } from './filter'
import { docOf, type Found, find, planOrRefuse } from './find'
import { type Database, overlayOf, type Reply } from './open'
import { fullScan } from './plan'
import { filterOf, orderOf, type Params, refuseEmpty, textOf, windowOf } from './requests'
import { decodeObject, encode } from './values'
import { commit, insert, modify, modifyAndReturn, remove } from './write'

/** The platform's EXCEED_MAX_RESPONSE_SIZE. */
const MAX_REPLY_BYTES = 1024 * 1024

const assertReplySize = (list: readonly string[]): void => {
  const bytes = list.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  if (bytes <= MAX_REPLY_BYTES) return
  throw new CloudError(
    'EXCEED_MAX_RESPONSE_SIZE',
    `The reply is ${bytes} bytes, above 1 MB: ask for fewer fields or documents`,
  )
}

const get = (db: Database, params: Params): Reply => {
  const collection = textOf(params, 'collectionName')
  db.engine.indexes(collection)
  const { filter, given } = filterOf(params, db.now())
  if (given && db.strict) refuseEmpty(filter, 'where().get()')
  const order = orderOf(params)
  const overlay = overlayOf(db, params, collection)
  const plan = planOrRefuse(db.engine, collection, filter, order, db.strict)
  const { found, examined } = find(db.engine, { collection, filter, order, overlay, ...windowOf(params) }, plan)
  const hasFields = typeof params.projection === 'string' && params.projection !== ''
  const project = hasFields ? projector(decodeObject(params.projection as string)) : undefined
  const list = found.map((item: Found) => (project ? encode(project(docOf(item))) : item.body))
  db.meter.add('docsRead', list.length)
  db.meter.add('docsExamined', examined)
  assertReplySize(list)
  return { data: { list } }
}

const count = (db: Database, params: Params): Reply => {
  const collection = textOf(params, 'collectionName')
  const { filter } = filterOf(params, db.now())
  const all = !Object.keys(filter).length
  const plan = all ? { ...fullScan(), exact: true } : planOrRefuse(db.engine, collection, filter, [], db.strict)
  if (plan.exact) {
    const total = db.engine.count(collection, plan.scan)
    db.meter.add('docsExamined', total)
    return { data: { total } }
  }
  const request = { collection, filter, order: [], offset: 0, limit: Number.MAX_SAFE_INTEGER }
  const { found, examined } = find(db.engine, request, plan)
  db.meter.add('docsExamined', examined)
  return { data: { total: found.length } }
}

const pipeline = (db: Database, params: Params): Reply => {
  const { list, examined } = aggregate(db, textOf(params, 'collectionName'), params.stages)
  const texts = list.map(encode)
  db.meter.add('docsRead', texts.length)
  db.meter.add('docsExamined', examined)
  assertReplySize(texts)
  return { data: { list: texts } }
}

const create = (db: Database, params: Params): Reply => {
  const name = textOf(params, 'collectionName')
  if (db.engine.collections().includes(name)) {
    throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceUnavailable] Table exist: ${name}`)
  }
  db.engine.createCollection(name)
  return {}
}

export const databaseActions: Readonly<Record<string, (db: Database, params: Params) => Reply | Promise<Reply>>> = {
  'database.addCollection': create,
  'database.insertDocument': insert,
  'database.getDocument': get,
  'database.calculateDocument': count,
  'database.modifyDocument': modify,
  'database.modifyAndReturnDoc': modifyAndReturn,
  'database.removeDocument': remove,
  'database.aggregateDocuments': pipeline,
  'database.startTransaction': (db) => ({ transactionId: db.transactions.start() }),
  'database.commitTransaction': commit,
  'database.abortTransaction': (db, params) => {
    db.transactions.abort(textOf(params, 'transactionId'))
    return { data: {} }
  },
}
