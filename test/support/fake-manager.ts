// What does an environment's management answer? A stand-in for tcb, scf and cos over HTTP, in the shapes that
// cloud.tencent.com/document/api/876 and /583 state, for the unmodified package: its signed requests are led here.
import { createHash, createHmac } from 'node:crypto'
import { createServer, request as httpRequest, type IncomingMessage, type RequestOptions, type Server } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Bucket, cosReply } from './fake-cos'

export const SECRET = { secretId: 'AKIDfake', secretKey: 'a-secret-of-tests' }
const OURS = /\.(tencentcloudapi\.com|myqcloud\.com|tencentcos\.cn)$/

type Params = Readonly<Record<string, unknown>>
type Trigger = { TriggerName: string; Type: string; TriggerDesc: string }
type Fn = {
  config: Record<string, unknown>
  code: string
  triggers: Trigger[]
  versions: { version: string; words: string; code: string }[]
  route: string
}
type Table = { acl: string; indexes: { Name: string; Keys: unknown[]; Unique: boolean }[] }

export type FakeManager = {
  /** Every action that was asked, in order. */
  readonly asked: string[]
  readonly functions: Map<string, Fn>
  readonly tables: Map<string, Table>
  readonly site: Bucket
  storageAcl: string
  /** Fails the next request of this action, as a connection that breaks. */
  breakOn: string | null
  stop(): Promise<void>
}

class Refused extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

const sign = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** TC3-HMAC-SHA256 as cloud.tencent.com/document/api/876/34813 has it; a request signed otherwise is refused. */
const isSigned = (req: IncomingMessage, service: string, body: string): boolean => {
  const at = Number(req.headers['x-tc-timestamp'])
  const day = new Date(at * 1000).toISOString().slice(0, 10)
  const head = `content-type:application/json\nhost:${req.headers.host}\n`
  const canonical = `POST\n/\n\n${head}\ncontent-type;host\n${hashOf(body)}`
  const toSign = `TC3-HMAC-SHA256\n${at}\n${day}/${service}/tc3_request\n${hashOf(canonical)}`
  const key = sign(sign(sign(`TC3${SECRET.secretKey}`, day), service), 'tc3_request')
  return String(req.headers.authorization).endsWith(`Signature=${sign(key, toSign).toString('hex')}`)
}

const ENV = {
  ...{ EnvId: 'ripple-test', Status: 'NORMAL', Databases: [{ InstanceId: 'tnt-test', Status: 'RUNNING' }] },
  Storages: [{ Region: 'ap-shanghai', Bucket: '7269-ripple-test-1250000000', AppId: '1250000000' }],
  Functions: [{ Namespace: 'ripple-test', Region: 'ap-shanghai' }],
}
const SITE = {
  Bucket: 'site-ripple-test-1250000000',
  Regoin: 'ap-shanghai',
  Status: 'online',
  CdnDomain: 'r.tcloudbaseapp.com',
}

type Keys = { IndexName: string; MgoKeySchema: { MgoIndexKeys: unknown[]; MgoIsUnique: boolean } }
type State = Omit<FakeManager, 'stop'> & { paths: { Path: string; Name: string }[]; packages: Bucket }
type Action = (state: State, params: Params) => object

const fnOf = ({ functions }: State, params: Params): Fn => {
  const found = functions.get(String(params.FunctionName))
  if (!found) throw new Refused('ResourceNotFound.Function')
  return found
}
const tableOf = ({ tables }: State, name: unknown): Table => {
  const found = tables.get(String(name))
  if (!found) throw new Refused('ResourceNotFound')
  return found
}
/** What was packed and sent before, by the name that the request says. */
const codeOf = ({ packages }: State, { Code }: Params): string => {
  const { TempCosObjectName, ZipFile } = Code as { TempCosObjectName?: string; ZipFile?: string }
  const bytes = TempCosObjectName
    ? packages.get(TempCosObjectName.replace(/^\/+/, ''))
    : Buffer.from(ZipFile ?? '', 'base64')
  if (!bytes?.length) throw new Refused('InvalidParameterValue.Code')
  return createHash('md5').update(bytes).digest('hex')
}

const database: Record<string, Action> = {
  ListTables: ({ tables }) => ({ Tables: [...tables.keys()].map((TableName) => ({ TableName })), Pager: {} }),
  CreateTable: ({ tables }, { TableName }) => {
    tables.set(String(TableName), {
      acl: 'PRIVATE',
      indexes: [{ Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true }],
    })
    return {}
  },
  DescribeTable: (state, { TableName }) => ({ Indexes: tableOf(state, TableName).indexes }),
  UpdateTable: (state, { TableName, CreateIndexes = [], DropIndexes = [] }) => {
    const table = tableOf(state, TableName)
    for (const { IndexName, MgoKeySchema } of CreateIndexes as Keys[]) {
      if (table.indexes.some(({ Name }) => Name === IndexName)) throw new Refused('InvalidParameter')
      table.indexes.push({ Name: IndexName, Keys: MgoKeySchema.MgoIndexKeys, Unique: MgoKeySchema.MgoIsUnique })
    }
    for (const { IndexName } of DropIndexes as Keys[])
      table.indexes = table.indexes.filter(({ Name }) => Name !== IndexName)
    return {}
  },
  DescribeDatabaseACL: (state, { CollectionName }) => ({ AclTag: tableOf(state, CollectionName).acl }),
  ModifyDatabaseACL: (state, { CollectionName, AclTag }) => {
    tableOf(state, CollectionName).acl = String(AclTag)
    return {}
  },
}

const functions: Record<string, Action> = {
  ListFunctions: ({ functions: all }) => ({
    Functions: [...all.keys()].map((FunctionName) => ({ FunctionName })),
    TotalCount: all.size,
  }),
  GetFunction: (state, params) => {
    const { config, triggers } = fnOf(state, params)
    return { Status: 'Active', Environment: { Variables: [] }, Description: '', ...config, Triggers: triggers }
  },
  GetAlias: (state, params) => ({ Name: '$DEFAULT', FunctionVersion: fnOf(state, params).route }),
  GetTempCosInfo: () => ({
    Date: '2027-01-04',
    Sign: 'q-sign-algorithm=sha1&q-ak=a&q-sign-time=1;2&q-key-time=1;2&q-header-list=&q-url-param-list=&q-signature=s',
  }),
  CreateFunction: (state, params) => {
    const { Code: _, FunctionName, ...config } = params
    state.functions.set(String(FunctionName), {
      ...{ config, code: codeOf(state, params), triggers: [], versions: [], route: '$LATEST' },
    })
    return {}
  },
  UpdateFunctionCode: (state, params) => {
    fnOf(state, params).code = codeOf(state, params)
    return {}
  },
  UpdateFunctionConfiguration: (state, params) => {
    Object.assign(fnOf(state, params).config, params)
    return {}
  },
  BatchCreateTrigger: (state, params) => {
    fnOf(state, params).triggers.push(...(JSON.parse(String(params.Triggers)) as Trigger[]))
    return {}
  },
  DeleteTrigger: (state, params) => {
    const fn = fnOf(state, params)
    fn.triggers = fn.triggers.filter(({ TriggerName }) => TriggerName !== params.TriggerName)
    return {}
  },
  PublishVersion: (state, params) => {
    const { versions, code } = fnOf(state, params)
    const version = String(versions.length + 1)
    versions.push({ version, words: String(params.Description), code })
    return { FunctionVersion: version }
  },
  UpdateAlias: (state, params) => {
    fnOf(state, params).route = String(params.FunctionVersion)
    return {}
  },
}

const rest: Record<string, Action> = {
  DescribeEnvInfo: () => ({ EnvInfo: { EnvBaseInfo: ENV, UserInfo: { AppId: '1250000000' } } }),
  DescribeStorageSafeRule: ({ storageAcl }) => ({ AclTag: storageAcl }),
  ModifyStorageSafeRule: (state, { AclTag }) => {
    state.storageAcl = String(AclTag)
    return {}
  },
  DescribeStaticStore: () => ({ Data: [SITE] }),
  DescribeCloudBaseGWAPI: ({ paths }) => ({ APISet: paths }),
  CreateCloudBaseGWAPI: ({ paths }, { Path, Name }) => {
    paths.push({ Path: String(Path), Name: String(Name) })
    return {}
  },
}
const actions: Record<string, Action> = { ...database, ...functions, ...rest }

const answer = (state: State, req: IncomingMessage, service: string, body: string): object => {
  const action = String(req.headers['x-tc-action'])
  if (!isSigned(req, service, body)) throw new Refused('AuthFailure.SignatureFailure')
  const known = actions[action]
  if (!known) throw new Refused('InvalidAction')
  state.asked.push(action)
  return known(state, JSON.parse(body))
}

const serve = (state: State): Server =>
  createServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      const body = Buffer.concat(parts)
      const host = String(req.headers.host)
      if (req.headers['x-tc-action'] === state.breakOn) {
        state.breakOn = null
        req.socket.destroy()
        return
      }
      if (!host.endsWith('tencentcloudapi.com')) {
        const { status, headers, text } = cosReply(host.startsWith('site-') ? state.site : state.packages, req, body)
        res.writeHead(status, headers).end(text)
        return
      }
      let Response: object
      try {
        Response = { RequestId: 'r', ...answer(state, req, host.split('.')[0] ?? '', body.toString('utf8')) }
      } catch (error) {
        const { code = 'InternalError', message } = error as Partial<Refused>
        Response = { RequestId: 'r', Error: { Code: code, Message: message ?? '' } }
      }
      res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ Response }))
    })
  })

type Ask = typeof https.request
/** Whatever this process asks of Tencent's addresses is asked here; undone by the function returned. */
const lead = (port: number): (() => void) => {
  const real: Ask = https.request
  const led = (...args: Parameters<Ask>) => {
    const options = args[0] as RequestOptions
    const host = String(options.hostname ?? options.host ?? '')
    if (!OURS.test(host)) throw new Error(`a test asked ${host}`)
    const headers = { ...options.headers, host }
    const here = {
      ...options,
      headers,
      protocol: 'http:',
      hostname: '127.0.0.1',
      host: '127.0.0.1',
      port,
      agent: undefined,
    }
    return httpRequest(here, args[1] as never)
  }
  https.request = led as Ask
  return () => {
    https.request = real
  }
}

export const startFakeManager = async (): Promise<FakeManager> => {
  const state: State = {
    ...{ asked: [], functions: new Map(), tables: new Map(), site: new Map(), packages: new Map() },
    ...{ storageAcl: 'READONLY', breakOn: null, paths: [] },
  }
  const server = serve(state)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const unlead = lead((server.address() as AddressInfo).port)
  return Object.assign(state, {
    stop: async () => {
      unlead()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  })
}
