// Against which cloud does the contract run? A local one of its own, or a real environment that three variables name.
import tcb from '@cloudbase/node-sdk'
import type { Collection } from '../../../shared/schema'
import { codeOf, type Lab, openLab } from '../harness'

/** All that the contract touches carries this name: collections, files. */
export const PREFIX = 'ripple_contract_'
const NOTES = `${PREFIX}notes`
const PEOPLE = `${PREFIX}people`

const { TCB_ENV = '', TENCENTCLOUD_SECRETID = '', TENCENTCLOUD_SECRETKEY = '' } = process.env
/** A real environment; null runs the contract here. */
const real =
  TCB_ENV && TENCENTCLOUD_SECRETID && TENCENTCLOUD_SECRETKEY && TENCENTCLOUD_SECRETID !== 'local'
    ? { env: TCB_ENV, secretId: TENCENTCLOUD_SECRETID, secretKey: TENCENTCLOUD_SECRETKEY }
    : null

type App = ReturnType<typeof tcb.init>
export type Database = ReturnType<App['database']>
export type Cloud = {
  readonly where: string
  readonly isLocal: boolean
  readonly app: App
  readonly db: Database
  /** Documents with an owner, an instant, tags. */
  readonly notes: () => ReturnType<Database['collection']>
  readonly people: () => ReturnType<Database['collection']>
  /** Where documents of `people` lie, for a $lookup. */
  readonly peopleName: string
  /** A function that answers its event: the local one, or what TCB_ECHO_FUNCTION names. */
  readonly echo: string | undefined
  /** Removes what the cases have left: every document, every file. */
  clean(): Promise<void>
  close(): Promise<void>
}

const schema: readonly Collection[] = [
  {
    name: NOTES,
    indexes: [
      {
        name: 'by_owner',
        keys: [
          ['owner', 1],
          ['at', -1],
        ],
      },
      { name: 'by_tag', keys: [['tags', 1]] },
      { name: 'by_at', keys: [['at', 1]] },
    ],
  },
  { name: PEOPLE, indexes: [{ name: 'by_email', keys: [['email', 1]], unique: true }] },
]

const files = new Set<string>()
/** Files that are to be gone afterwards. */
export const willRemove = (fileId: string): string => {
  files.add(fileId)
  return fileId
}

const removeFiles = async (app: App): Promise<void> => {
  const fileList = [...files]
  files.clear()
  if (fileList.length) await app.deleteFile({ fileList })
}

const over = (app: App, rest: Pick<Cloud, 'where' | 'isLocal' | 'echo' | 'close'>): Cloud => {
  const db = app.database()
  const clean = async (): Promise<void> => {
    for (const name of [NOTES, PEOPLE])
      await db
        .collection(name)
        .where({ _id: db.command.gt('') })
        .remove()
    await removeFiles(app)
  }
  const [notes, people] = [() => db.collection(NOTES), () => db.collection(PEOPLE)]
  return { ...rest, app, db, notes, people, peopleName: PEOPLE, clean }
}

const openLocal = async (): Promise<Cloud> => {
  const lab: Lab = await openLab({ dataDir: ':memory:', schema }, { echo: 'exports.main = async (event) => event' })
  return over(lab.app, { where: 'the local cloud', isLocal: true, echo: 'echo', close: lab.close })
}

/** Collections stay behind, empty: the SDK cannot drop them. */
const openReal = async (access: NonNullable<typeof real>): Promise<Cloud> => {
  const app = tcb.init({ ...access, keepalive: true } as Parameters<typeof tcb.init>[0])
  for (const name of [NOTES, PEOPLE]) {
    const code = await codeOf(app.database().collection(name).doc('nobody').get())
    if (code === 'DATABASE_COLLECTION_NOT_EXIST') await app.database().createCollection(name)
    else if (code !== undefined) throw new Error(`the environment ${access.env} answers ${code}`)
  }
  const echo = process.env.TCB_ECHO_FUNCTION
  return over(app, { where: `the environment ${access.env}`, isLocal: false, echo, close: async () => {} })
}

export const openCloud = (): Promise<Cloud> => (real ? openReal(real) : openLocal())
export const isLocal = real === null
