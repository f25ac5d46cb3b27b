// Does everything come back: documents with their indexes, accounts, files, and nothing of what came after?
import { callGateway, codeOf, type Lab, openLab } from './harness'

jest.setTimeout(30_000) // functions start cold, and the machine may be busy

let lab: Lab
const notes = () => lab.app.database().collection('notes')
const put = async (name: string, text: string): Promise<string> =>
  (await lab.app.uploadFile({ cloudPath: name, fileContent: Buffer.from(text) as unknown as never })).fileID
const textOf = async (fileID: string): Promise<string | undefined> => {
  const { fileList } = await lab.app.getTempFileURL({ fileList: [fileID] })
  return fileList[0]?.code === 'SUCCESS' ? (await fetch(fileList[0].tempFileURL)).text() : undefined
}
const tell = async (what: string): Promise<number> =>
  (await fetch(`${lab.emulator.url}/emulator/${what}`, { method: 'POST' })).status
const signIn = async (): Promise<number> => {
  const body = JSON.stringify({ username: 'hq', password: 'right-password' })
  return (await fetch(`${lab.emulator.url}/auth/v1/signin`, { method: 'POST', body })).status
}

const counts = 'let calls = 0; exports.main = async () => ++calls'
beforeAll(async () => {
  lab = await openLab({ dataDir: ':memory:' }, { counts })
})
afterAll(() => lab.close())

it('the whole local cloud, through the control API', async () => {
  const kept = await put('a/kept.txt', 'kept')
  await notes()
    .doc('kept')
    .set({ owner: 'x', at: 1, tags: ['a', 'b'], when: new Date(5) })
  await lab.emulator.createUser({ uid: 'u', username: 'hq', password: 'right-password' })
  await callGateway(lab, 'counts', {})
  expect(await tell('snapshot?name=before')).toBe(200)

  await notes()
    .doc('kept')
    .update({ owner: 'changed', fresh: { deep: 1 } })
  await notes().doc('later').set({ owner: 'x', at: 2 })
  const later = await put('later.txt', 'later')
  await lab.app.deleteFile({ fileList: [kept] })
  await lab.emulator.createUser({ uid: 'u', username: 'hq', password: 'another-password' })
  const tx = await lab.app.database().startTransaction()
  await tx.collection('notes').doc('kept').update({ at: 99 })
  expect(await tell('restore?name=before')).toBe(200)

  expect((await notes().where({ owner: 'x' }).get()).data).toEqual([
    { _id: 'kept', owner: 'x', at: 1, tags: ['a', 'b'], when: new Date(5) },
  ])
  expect((await notes().where({ tags: 'b' }).count()).total).toBe(1)
  expect((await notes().where({ owner: 'changed' }).count()).total).toBe(0)
  expect([await textOf(kept), await textOf(later)]).toEqual(['kept', undefined])
  expect(await signIn()).toBe(200)
  expect(await codeOf(tx.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  expect((await callGateway(lab, 'counts', {})).body).toBe(1)

  await notes().doc('after').set({ owner: 'x', at: 3 })
  expect((await notes().where({ owner: 'x' }).count()).total).toBe(2)
})

it('one state is restored as often as one likes, and taking it again replaces it', async () => {
  for (let round = 0; round < 2; round++) {
    lab.emulator.restore('before')
    expect((await notes().count()).total).toBe(1)
    await notes().doc('more').set({ owner: 'x', at: 1 })
  }
  lab.emulator.snapshot('before')
  lab.emulator.restore('before')
  expect((await notes().count()).total).toBe(2)
})

it.each(['snapshot?name=../out', 'snapshot?name=', 'restore?name=none'])('%s is refused', async (what) => {
  expect(await tell(what)).toBe(400)
})
