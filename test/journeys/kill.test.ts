// Does a reading that was acknowledged survive when the whole local cloud is killed in the middle of a burst?
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import tcb from '@cloudbase/node-sdk'
import type { Reply } from '@shared/contracts'
import { base62 } from '@shared/domain/ids'
import type { Reading } from '@shared/domain/reading'

type Started = { url: string; pid: number; env: Record<string, string> }

const POST = 'kill-post'
const TOKEN = 'AbCdEf123456'
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'ripple-kill-'))
let child: ChildProcess | null = null

/** Starts the local cloud in a process of its own and waits until it says where it is. */
const start = (): Promise<Started> =>
  new Promise((resolve, reject) => {
    child = spawn(process.execPath, ['tools/run.mjs', 'emulator', '--port', '0', '--data', dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.once('error', reject)
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith('{')) resolve(JSON.parse(line) as Started)
      })
  })

const readingsOf = (cloud: Started) => {
  Object.assign(process.env, cloud.env)
  return tcb.init({ env: cloud.env.TCB_ENV ?? '' }).database()
}

const readingId = (n: number): string =>
  base62(Array.from({ length: 20 }, (_, at) => ((n * 7919 + at * 104_729) % 9973) / 9973))

const report = (n: number, seq: number, ms: number) => ({
  readingId: readingId(n),
  token: TOKEN,
  version: 1,
  scene: 1007,
  seq,
  agoMs: 0,
  spanMs: 60_000 + ms,
  sections: { s1: ms },
  depth: 0.5,
})

const send = async (cloud: Started, readings: ReturnType<typeof report>[]): Promise<string[]> => {
  const reply = await fetch(`${cloud.url}/v1/functions/reader`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'reading.report', payload: { readings } }),
  })
  const body = (await reply.json()) as Reply<{ accepted: string[] }>
  return body.ok ? body.data.accepted : []
}

const stored = async (cloud: Started): Promise<Map<string, Reading>> => {
  const found = await readingsOf(cloud).collection('readings').where({ counted: null, postId: POST }).limit(1000).get()
  return new Map((found.data as Reading[]).map((reading) => [reading._id, reading]))
}

const publish = async (cloud: Started): Promise<void> => {
  const database = readingsOf(cloud)
  await database
    .collection('posts')
    .doc(POST)
    .set({
      version: 1,
      state: 'live',
      text: '到店',
      lockedWords: [],
      firstComment: '',
      column: '',
      images: [],
      article: {
        title: '题',
        cover: null,
        sections: [{ id: 's1', heading: '一', paragraphs: ['段'], image: null, form: null }],
      },
      topics: [],
      audience: { storeIds: [] },
      isAd: false,
      createdBy: 'hq',
      updatedAt: 1,
      publishAt: null,
      publishedAt: 1,
      recalledAt: null,
      recallReason: '',
    })
  await database.collection('shares').doc(TOKEN).set({
    postId: POST,
    repId: 'rep',
    parentToken: null,
    path: [],
    contactId: null,
    depth: 0,
    channel: 'link',
    by: 'rep',
    createdAt: 1,
  })
}

describe('the local cloud is killed with -9 during a burst of readings', () => {
  const acknowledged = new Map<string, number>()
  let cloud: Started

  beforeAll(async () => {
    cloud = await start()
    await publish(cloud)
    await send(cloud, [report(0, 1, 1000)])
    let next = 1
    const burst = async (): Promise<void> => {
      for (;;) {
        const n = next++
        for (const id of await send(cloud, [report(n, 1, 1000 + n)])) acknowledged.set(id, 1000 + n)
      }
    }
    const workers = Array.from({ length: 8 }, () => burst().catch(() => undefined))
    while (acknowledged.size < 150) await new Promise((resolve) => setTimeout(resolve, 20))
    process.kill(cloud.pid, 'SIGKILL')
    await Promise.all(workers)
    cloud = await start()
  }, 60_000)

  afterAll(() => {
    if (cloud) process.kill(cloud.pid, 'SIGTERM')
    child?.kill()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('every acknowledged report is there afterwards', async () => {
    const found = await stored(cloud)
    const lost = [...acknowledged].filter(([id, ms]) => found.get(id)?.sections['s1' as never] !== ms)
    expect(acknowledged.size).toBeGreaterThanOrEqual(150)
    expect(lost).toEqual([])
  })

  it('the same report twice, late and out of order changes nothing', async () => {
    const newest = report(9_000, 5, 50_000)
    await send(cloud, [newest])
    const before = await stored(cloud)
    await send(cloud, [newest])
    await send(cloud, [newest, report(9_000, 2, 20_000)])
    await send(cloud, [report(9_000, 4, 49_000), report(9_000, 1, 1_000)])
    expect(await stored(cloud)).toEqual(before)
  })
})
