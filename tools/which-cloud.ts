// Which cloud does a tool work on? The environment whose account is set (docs/deploy.md); without one the local cloud.

/** Of `npm start` and of `npm run emulator`. */
const LOCAL_URLS = ['http://127.0.0.1:8800', 'http://127.0.0.1:8787']

/** The local cloud at `url` (else RIPPLE_CLOUD_URL, else the first usual port that somebody listens on), and what it says it holds. */
export const askLocal = async (url = process.env.RIPPLE_CLOUD_URL): Promise<{ url: string; state: unknown }> => {
  const urls = url ? [url] : LOCAL_URLS
  for (const one of urls) {
    const reply = await fetch(`${one}/_inspect/state.json`).catch(() => null)
    if (!reply) continue
    if (!reply.ok) throw new Error(`${one} is no local cloud of this version (${reply.status})`)
    return { url: one, state: await reply.json() }
  }
  throw new Error(`no local cloud at ${urls.join(' or ')}: run \`npm start\` first`)
}

const localEnv = (url: string) => ({
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TCB_ENV: 'ripple-local',
  SCF_NAMESPACE: 'ripple-local',
})

/** Sets what the SDK reads, and tells the cloud's name. The deployment calls an environment TCB_ENV_ID, the SDK TCB_ENV: either will do. */
export const pointAtCloud = async (): Promise<string> => {
  const { env } = process
  if (!env.TENCENTCLOUD_SECRETID) {
    const { url } = await askLocal()
    Object.assign(env, localEnv(url))
    return `the local cloud at ${url}`
  }
  const envId = env.TCB_ENV_ID || env.TCB_ENV
  if (!envId) throw new Error('not set: TCB_ENV_ID (docs/deploy.md says what it is)')
  const region = env.TENCENTCLOUD_REGION || 'ap-shanghai'
  Object.assign(env, { TCB_ENV: envId, SCF_NAMESPACE: envId, TENCENTCLOUD_REGION: region })
  return envId
}
