// What changes a document? Insert, set, update and remove: alone they wait for a transaction's lock, inside one they buffer.
import { randomBytes } from 'node:crypto'
import { CloudError, invalidParam, unsupported } from '../errors'
import type { Change } from './engine'
import { docOf, find, idOf, planOrRefuse } from './find'
import { encodeKey } from './keys'
import { type Database, overlayOf, type Reply } from './open'
import { copyOf } from './plain-update'
import { filterOf, type Params, refuseEmpty, textOf } from './requests'
import { overlayKey } from './transactions'
import { applyUpdate, assertUpdate } from './update'
import { assertFieldNames, type Doc, decodeObject, encodeForStore } from './values'

const duplicate = (db: Database, where: string, value: string): CloudError => {
  const text = `E11000 duplicate key error collection: tnt-${db.name}.${where} dup key: { : ${value} }`
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{${text}}]}, {<nil>}]`,
  )
}

export const commit = (db: Database, params: Params): Reply => {
  const tx = db.transactions.use(textOf(params, 'transactionId'))
  const written = tx.writes.size
  guarded(db, () => db.transactions.commit(tx.id))
  db.meter.add('docsWritten', written)
  return { data: {} }
}

const guarded = (db: Database, work: () => void): void => {
  try {
    work()
  } catch (error) {
    if (error instanceof CloudError && error.code === 'E11000') throw duplicate(db, error.message, '…')
    throw error
  }
}

/** Saves now or into the transaction. A plain write to a document in a running transaction waits for it. */
const save = async (db: Database, params: Params, plan: () => readonly Change[]): Promise<void> => {
  if (typeof params.transactionId === 'string') {
    const tx = db.transactions.use(params.transactionId)
    for (const change of plan()) db.transactions.write(tx, change)
    return
  }
  while (true) {
    const changes = plan()
    const holder = db.transactions.holderOf(changes)
    if (!holder) {
      record(db, changes)
      return
    }
    await holder.ended
  }
}

const record = (db: Database, changes: readonly Change[]): void => {
  if (!changes.length) return
  guarded(db, () => db.transactions.record(changes))
  db.meter.add('docsWritten', changes.length)
}

const readId = (doc: Doc): unknown => {
  const id = doc._id ?? randomBytes(16).toString('hex')
  if (typeof id !== 'string' && typeof id !== 'number') throw unsupported('an _id that is neither text nor a number')
  return id
}

export const insert = async (db: Database, params: Params): Promise<Reply> => {
  const collection = textOf(params, 'collectionName')
  if (!Array.isArray(params.data) || !params.data.length) throw invalidParam('data must be a non-empty array')
  const now = db.now()
  const insertedIds: unknown[] = []
  for (const text of params.data) {
    const { _id: given, ...fields } = decodeObject(String(text), now)
    const _id = readId({ _id: given })
    const doc = { _id, ...fields }
    assertFieldNames(doc)
    const body = encodeForStore(doc)
    const id = encodeKey(_id)
    await save(db, params, () => {
      const overlay = overlayOf(db, params, collection)
      const mine = overlay?.get(overlayKey(collection, id))
      const taken = mine ? mine.body !== undefined : db.engine.get(collection, id) !== undefined
      if (taken) throw duplicate(db, `${collection} index: _id_`, JSON.stringify(_id))
      return [{ collection, id, body, doc }]
    })
    insertedIds.push(_id)
  }
  return { data: { insertedIds } }
}

type Target = { readonly id: Buffer; readonly row: number | undefined; readonly doc: Doc }

const targetsOf = (db: Database, params: Params, collection: string, filter: Doc, limit: number): Target[] => {
  const overlay = overlayOf(db, params, collection)
  const plan = planOrRefuse(db.engine, collection, filter, [], db.strict)
  const { found, examined } = find(db.engine, { collection, filter, order: [], offset: 0, limit, overlay }, plan)
  db.meter.add('docsExamined', examined)
  return found.map((item) => {
    const doc = docOf(item)
    return { id: idOf(doc), row: item.row, doc }
  })
}

const NOTHING: ReadonlySet<string> = new Set()

const limitOf = (params: Params): number => (params.multi === true ? Number.MAX_SAFE_INTEGER : 1)

const checkedFilter = (params: Params, now: number, what: string): Doc => {
  const { filter } = filterOf(params, now)
  refuseEmpty(filter, what)
  return filter
}

/** The top-level fields an update's operators write. */
const touchedBy = (change: Doc): Set<string> => {
  const touched = new Set<string>()
  const touch = (path: string): unknown => touched.add(path.split('.')[0] ?? path)
  for (const [operator, fields] of Object.entries(change)) {
    for (const [path, value] of Object.entries(fields as Doc)) {
      touch(path)
      if (operator === '$rename') touch(String(value))
    }
  }
  return touched
}

const changed = (collection: string, { id, row, doc: old }: Target, change: Doc, filter: Doc): Change => {
  const touched = touchedBy(change)
  const doc = { ...old }
  // the update changes in place: what it touches is copied, so that the old keys can still be told
  for (const field of touched) if (Object.hasOwn(doc, field)) doc[field] = copyOf(doc[field])
  applyUpdate(doc, change, filter)
  const next = { collection, id, body: encodeForStore(doc), doc }
  return row === undefined ? next : { ...next, old: { row, doc: old, touched } }
}

export const modify = async (db: Database, params: Params): Promise<Reply> => {
  const now = db.now()
  const collection = textOf(params, 'collectionName')
  const data = decodeObject(textOf(params, 'data'), now)
  const filter = checkedFilter(params, now, 'update()')
  if (params.merge !== true) return replace(db, params, collection, filter, data)
  if (params.upsert === true) throw unsupported('an update that inserts (merge with upsert)')
  assertUpdate(data)
  let updated = 0
  await save(db, params, () => {
    const targets = targetsOf(db, params, collection, filter, limitOf(params))
    updated = targets.length
    return targets.map((target) => changed(collection, target, data, filter))
  })
  return { data: { updated, upsert_id: null } }
}

/** doc(id).set(): the whole document, inserted when it is missing. */
const replace = async (db: Database, params: Params, collection: string, filter: Doc, data: Doc): Promise<Reply> => {
  if (params.upsert !== true || filter._id === undefined || Object.keys(filter).length > 1) {
    throw unsupported('a replacement other than doc(id).set()')
  }
  assertFieldNames(data)
  const doc = { _id: readId(filter), ...data }
  const body = encodeForStore(doc)
  let existed = false
  await save(db, params, () => {
    existed = targetsOf(db, params, collection, filter, 1).length > 0
    return [{ collection, id: encodeKey(doc._id), body, doc }]
  })
  return { data: existed ? { updated: 1, upsert_id: null } : { updated: 0, upsert_id: doc._id } }
}

export const modifyAndReturn = async (db: Database, params: Params): Promise<Reply> => {
  const now = db.now()
  const collection = textOf(params, 'collectionName')
  const data = decodeObject(textOf(params, 'data'), now)
  const filter = checkedFilter(params, now, 'updateAndReturn()')
  assertUpdate(data)
  let after: string | undefined
  await save(db, params, () => {
    const [target] = targetsOf(db, params, collection, filter, 1)
    const change = target && changed(collection, target, data, filter)
    after = change?.body
    return change ? [change] : []
  })
  if (after === undefined) return { data: { updated: 0, doc: null } }
  return { data: { updated: 1, doc: after } }
}

export const remove = async (db: Database, params: Params): Promise<Reply> => {
  const collection = textOf(params, 'collectionName')
  const filter = checkedFilter(params, db.now(), 'remove()')
  let deleted = 0
  await save(db, params, () => {
    const targets = targetsOf(db, params, collection, filter, limitOf(params))
    deleted = targets.length
    return targets.map(({ id, row, doc }) => {
      const gone = { collection, id, body: undefined }
      return row === undefined ? gone : { ...gone, old: { row, doc, touched: NOTHING } }
    })
  })
  return { data: { deleted } }
}
