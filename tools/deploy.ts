// Deploys: `node tools/run.mjs deploy [--apply] [--destructive] [--rollback] [--local]`. Without --apply it only says what it would do.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildStale } from './build'
import { apply } from './deploy/apply'
import { leaksIn } from './deploy/leaks'
import { findLocal, wantedLocally } from './deploy/local'
import { managerPort } from './deploy/manager'
import { plan } from './deploy/plan'
import type { Port } from './deploy/port'
import {
  namedByReleases,
  nextRelease,
  type Release,
  recentReleases,
  saveRelease,
  uploadedWeapp,
} from './deploy/releases'
import { BEYOND, goBack, lastRelease, planBack, wordBack } from './deploy/rollback'
import { DEPLOY_SETTINGS } from './deploy/settings.data'
import { wordPlan, wordStep } from './deploy/show'
import { PLACES, readDeployed, readWanted } from './deploy/wanted'
import { uploadWeapp } from './deploy/weapp'
import { MIGRATIONS } from './migrations/all'
import { planRuns } from './migrations/plan'
import { migrationStates } from './migrations/run'

const { values: asked } = parseArgs({
  options: {
    apply: { type: 'boolean', default: false },
    destructive: { type: 'boolean', default: false },
    rollback: { type: 'boolean', default: false },
    local: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    url: { type: 'string' },
    version: { type: 'string' },
    notes: { type: 'string' },
  },
})
const say = (...lines: readonly string[]): void => console.log(lines.join('\n'))

const versionOf = (): string =>
  asked.version ?? (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version

/** What the mini program's upload is called: said on the command line, or else the last commit. */
const notesOf = (): string => {
  if (asked.notes) return asked.notes
  try {
    return execFileSync('git', ['log', '-1', '--format=%h %s'], { encoding: 'utf8' }).trim()
  } catch {
    return versionOf()
  }
}

const lookLocally = async (): Promise<number> => {
  const { url, found } = await findLocal(asked.url)
  const wanted = wantedLocally(readWanted({ deployed: readDeployed(), env: {}, version: versionOf() }))
  say(`The local cloud at ${url}`, '', ...wordPlan(plan(wanted, found, asked.destructive), asked.all))
  if (!asked.apply) return 0
  say('', 'It makes all of this itself when it starts: start it again.')
  return 2
}

/** Names alone; what they hold is never shown. */
const account = (env: NodeJS.ProcessEnv) => {
  const missing = DEPLOY_SETTINGS.filter(({ name, needed }) => needed && !env[name]).map(({ name }) => name)
  if (missing.length) throw new Error(`not set: ${missing.join(', ')} (docs/deploy.md says what they are)`)
  const local = ['RIPPLE_LOCAL_CLOUD', 'RIPPLE_LOCAL_OPENID'].filter((name) => env[name])
  if (local.length)
    throw new Error(`set, and for one machine alone: ${local.join(', ')}. Unset it: phones would call that machine`)
  const region = env.TENCENTCLOUD_REGION || 'ap-shanghai'
  const envId = env.TCB_ENV_ID ?? ''
  // the SDK, by which releases are written down, calls the same things by its own names
  Object.assign(process.env, { TCB_ENV: envId, SCF_NAMESPACE: envId, TENCENTCLOUD_REGION: region })
  return { envId, region, secretId: env.TENCENTCLOUD_SECRETID ?? '', secretKey: env.TENCENTCLOUD_SECRETKEY ?? '' }
}

const rollBack = async (port: Port, releases: readonly Release[]): Promise<number> => {
  const last = lastRelease(releases)
  if (!last) {
    say('There is no release to go back from.')
    return 0
  }
  const backs = planBack(last)
  say(`Back to before ${last._id}`, '', ...(backs.length ? backs.map(wordBack) : ['Nothing that can be taken back.']))
  say('', ...BEYOND.map((line) => `  ${line}`), '')
  if (!asked.apply) say('Nothing was changed. --rollback --apply does it.')
  else await goBack(port, last, saveRelease, (line) => say(`… ${line.slice(2)}`))
  return 0
}

const uploadOf = (version: string) => async (): Promise<void> => {
  const { RIPPLE_APP_ID: appid = '', RIPPLE_WEAPP_KEY: keyPath = '' } = process.env
  if (!appid) throw new Error('uploading the mini program needs RIPPLE_APP_ID')
  await uploadWeapp({ appid, keyPath, folder: PLACES.weapp, version, notes: notesOf() })
}

/** They are run by hand after a deployment: code works on documents from before and after. */
const dueMigrations = async (): Promise<string[]> => {
  const planned = planRuns(MIGRATIONS, await migrationStates(), { direction: 'up' })
  if (!planned.ok) return [`  ${planned.reason}`]
  const ids = planned.runs.map(({ id }) => id)
  return ids.length ? [`  due afterwards: node tools/run.mjs migrate (${ids.join(', ')})`] : []
}

const main = async (): Promise<number> => {
  if (asked.local) return lookLocally()
  const port = await managerPort(account(process.env))
  const releases = await recentReleases()
  if (asked.rollback) return rollBack(port, releases)
  await buildStale(['functions', 'h5', 'weapp'])
  const leaks = leaksIn(Object.values(PLACES), process.env)
  if (leaks.length) throw new Error(`a secret stands in ${leaks.join(', ')}: nothing is uploaded`)
  const wanted = readWanted({ deployed: readDeployed(), env: process.env, version: versionOf() })
  const found = await port.find(wanted.functions.map(({ name }) => name))
  const planned = plan(
    wanted,
    { ...found, weapp: uploadedWeapp(releases)?.code ?? null },
    asked.destructive,
    namedByReleases(releases),
  )
  say(`${process.env.TCB_ENV_ID}`, '', ...wordPlan(planned, asked.all), ...(await dueMigrations()), '')
  if (!asked.apply) say('Nothing was changed. --apply does it.')
  if (planned.stops.length) return 1
  if (!asked.apply || !planned.steps.length) return 0
  const release = nextRelease(releases, wanted, Date.now())
  const work = { port, wanted, found, places: PLACES, release, save: saveRelease, uploadWeapp: uploadOf(versionOf()) }
  await apply(work, planned.steps, (step) => say(`… ${wordStep(step).slice(2)}`))
  say('', `Done: release ${release._id}.`)
  return 0
}

/** The package that asks Tencent puts the error of the network where the message should be: as text it is one line. */
const sentenceOf = (error: Error): string => String(error.message)

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? sentenceOf(error) : error)
    process.exit(2)
  },
)
