// Is every table that leaves the house logged first, and can a rep bring names along and take them back?
import { EXPORT_KINDS } from '../../shared/domain/export'
import { agree, newReadingId, publish, report, reportOf, share } from '../support/scenes'
import { approver, editor, lin, linOnWeb, manager, mei, startWorld, type World, wang } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld({ riskyWords: ['坏词'] })
  await publish(world, {}, 'post-1')
})
afterAll(() => world.stop())

const begin = async (kind: (typeof EXPORT_KINDS)[number], as = editor) => {
  const exportId = newReadingId()
  const { head } = await world.ask('hq', 'export.begin', { exportId, kind, days: 7 }, as)
  return { exportId, head }
}
const takeAll = async (exportId: string, as = editor) => {
  const rows: unknown[][] = []
  for (let cursor: string | undefined; ; ) {
    const page = await world.ask('hq', 'export.page', { exportId, cursor }, as)
    rows.push(...page.rows)
    if (page.next === null) return rows
    cursor = page.next
  }
}

describe('tables', () => {
  it.each(EXPORT_KINDS)('%s: a Chinese head and rows as wide as it, logged with how many', async (kind) => {
    const { exportId, head } = await begin(kind)
    const rows = await takeAll(exportId)
    expect(head.every((name) => /[\u4e00-\u9fff]/.test(name))).toBe(true)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toHaveLength(head.length)
    const [logged] = (await world.ask('hq', 'export.list', { cursor: undefined }, approver)).exports
    expect(logged).toMatchObject({ exportId, kind, byName: '陈编辑', rows: rows.length, isWhole: true })
    expect(JSON.stringify(rows)).not.toMatch(/openid|uid:|wx:|1[3-9]\d{9}/i)
  })

  it('the log is written before a row is given, and names who, what and when', async () => {
    const { exportId } = await begin('members')
    const audits = (await world.docs('audits')).filter(({ of }) => of === `export.${exportId}`)
    expect(audits).toMatchObject([{ act: 'export.made', byName: '陈编辑', facts: { kind: 'members', days: 7 } }])
    const [logged] = (await world.ask('hq', 'export.list', { cursor: undefined }, editor)).exports
    expect(logged).toMatchObject({ exportId, rows: 0, isWhole: false })
  })

  it('begun twice it is one; by somebody else, of something else or an hour later it is refused', async () => {
    const { exportId } = await begin('members')
    await world.ask('hq', 'export.begin', { exportId, kind: 'members', days: 7 }, editor)
    expect((await world.docs('exports')).filter(({ _id }) => _id === exportId)).toHaveLength(1)
    const other = await world.refusal('hq', 'export.begin', { exportId, kind: 'posts', days: 7 }, editor)
    expect(other.reason).toBe('no-such-export')
    const page = { exportId, cursor: undefined }
    expect((await world.refusal('hq', 'export.page', page, approver)).reason).toBe('no-such-export')
    await world.database
      .collection('exports')
      .doc(exportId)
      .update({ at: Date.now() - 3_700_000 })
    expect((await world.refusal('hq', 'export.page', page, editor)).reason).toBe('export-over')
    for (const as of [lin, manager])
      expect(
        (await world.refusal('hq', 'export.begin', { exportId: newReadingId(), kind: 'members', days: 7 }, as)).code,
      ).toBe('forbidden')
  })

  it('the log of what was done comes whole, each entry once', async () => {
    const { exportId } = await begin('audit')
    const before = (await world.docs('audits')).length
    const rows = await takeAll(exportId)
    expect(rows).toHaveLength(before)
    expect(new Set(rows.map(([id]) => id)).size).toBe(rows.length)
  })
})

const row = (remark: string, tags: string[] = [], into: string | null = null) => ({
  ...{ contactId: newReadingId(), remark, tags, into },
})
const namesOf = async (as = lin) => {
  const exportId = newReadingId()
  return (await world.ask('rep', 'contact.export', { exportId, cursor: undefined }, as)).names
}

describe('names of her own', () => {
  it('come in once, however often a portion is sent, and are hers alone', async () => {
    const input = { importId: newReadingId(), rows: [row('小美', ['爱问']), row('阿华')] }
    const first = await world.ask('rep', 'contact.import', input, lin)
    expect(first).toEqual({ made: 2, merged: 0, refused: [] })
    await Promise.all([
      world.ask('rep', 'contact.import', input, lin),
      world.ask('rep', 'contact.import', input, linOnWeb),
    ])
    expect((await namesOf()).map(({ remark }) => remark).sort()).toEqual(['小美', '阿华'])
    expect(await namesOf(wang)).toEqual([])
    expect((await world.refusal('rep', 'contact.import', input, wang)).reason).toBe('import-taken')
  })

  it('a dry run names what stands in the way and who is called the same, and saves nothing', async () => {
    const before = JSON.stringify([await world.docs('contacts'), await world.docs('contactimports')])
    const rows = [
      { remark: ' 小 美', tags: [] },
      { remark: '王姐13800138000', tags: [] },
      { remark: '李姐', tags: ['儿子3岁'] },
      { remark: '坏词姐', tags: [] },
      { remark: '赵姐', tags: ['老客'] },
      { remark: '赵姐', tags: [] },
    ]
    const checked = await world.ask('rep', 'contact.check', { rows }, lin)
    expect(checked.rows.map(({ fault }) => fault)).toEqual([null, 'phone', 'child-facts', 'unsafe-text', null, 'twice'])
    expect(checked.rows[0]?.same).toMatchObject([{ remark: '小美', tags: ['爱问'], readers: 0 }])
    expect(checked.rows[4]?.same).toEqual([])
    expect(JSON.stringify([await world.docs('contacts'), await world.docs('contactimports')])).toBe(before)
  })

  it('what was refused in the dry run is refused when sent anyway', async () => {
    const input = { importId: newReadingId(), rows: [row('王姐13800138000'), row('坏词姐'), row('钱姐')] }
    const outcome = await world.ask('rep', 'contact.import', input, lin)
    expect(outcome).toMatchObject({ made: 1, refused: [{ fault: 'phone' }, { fault: 'unsafe-text' }] })
    expect(JSON.stringify(await world.docs('contacts'))).not.toMatch(/13800138000|坏词/)
  })

  it('a name she has already gets the tags instead, and loses them when it is taken back', async () => {
    const into = String((await world.docs('contacts')).find(({ remark }) => remark === '小美')?._id)
    const importId = newReadingId()
    const input = { importId, rows: [row('小美', ['爱问', '老客'], into), row('孙姐')] }
    expect(await world.ask('rep', 'contact.import', input, lin)).toMatchObject({ made: 1, merged: 1 })
    expect((await world.doc('contacts', into))?.tags).toEqual(['爱问', '老客'])
    const undone = await world.ask('rep', 'contact.unimport', { importId }, lin)
    expect(undone).toEqual({ removed: 1, untagged: 1, kept: [] })
    expect((await world.doc('contacts', into))?.tags).toEqual(['爱问'])
    expect((await world.refusal('rep', 'contact.import', input, lin)).reason).toBe('import-undone')
  })

  it('taking back leaves whom something was added to since, and says who', async () => {
    const importId = newReadingId()
    const [touched, bare] = [row('周姐'), row('吴姐')]
    await world.ask('rep', 'contact.import', { importId, rows: [touched, bare] }, lin)
    const note = { contactId: touched.contactId, groupId: null, kind: 'note' as const, text: '想换餐椅' }
    await world.ask('rep', 'note.write', { noteId: newReadingId(), ...note, agoMs: 0, photos: [], purchase: null }, lin)
    expect((await world.refusal('rep', 'contact.unimport', { importId }, wang)).reason).toBe('no-such-import')
    expect(await world.ask('rep', 'contact.unimport', { importId }, lin)).toEqual({
      ...{ removed: 1, untagged: 0, kept: ['周姐'] },
    })
    expect(await world.doc('contacts', bare.contactId)).toBeNull()
    const [latest] = (await world.ask('rep', 'contact.imports', {}, lin)).imports
    expect(latest).toMatchObject({ importId, made: 2, mayUndo: false })
  })

  it('nobody adds to a contact of somebody else, nor to one whose consent is gone', async () => {
    const token = await share(world, 'post-1', wang)
    await agree(world, token, mei)
    await report(world, [reportOf({ postId: 'post-1', token })], mei)
    const theirs = (await world.ask('rep', 'contact.list', {}, wang)).contacts[0]?.contactId ?? ''
    const input = { importId: newReadingId(), rows: [row('小美', ['偷看'], theirs)] }
    const outcome = await world.ask('rep', 'contact.import', input, lin)
    expect(outcome.refused).toMatchObject([{ fault: 'not-yours' }])
    expect(JSON.stringify(await world.docs('contacts'))).not.toContain('偷看')
  })

  it('what was kept for taking a list back goes with the time for it, and the contacts stay', async () => {
    const importId = newReadingId()
    await world.ask('rep', 'contact.import', { importId, rows: [row('郑姐')] }, lin)
    await world.database
      .collection('contactimports')
      .doc(importId)
      .update({ at: Date.now() - 8 * 86_400_000 })
    expect((await world.refusal('rep', 'contact.unimport', { importId }, lin)).reason).toBe('import-too-old')
    await world.emulator.fireTimer('jobs')
    expect(await world.doc('contactimports', importId)).toBeNull()
    expect((await namesOf()).map(({ remark }) => remark)).toContain('郑姐')
  })

  it('a list holds so many and no more, and taking names along is logged', async () => {
    const rows = Array.from({ length: 51 }, (_, n) => row(`客户${n}`))
    expect((await world.refusal('rep', 'contact.import', { importId: newReadingId(), rows }, lin)).code).toBe('invalid')
    await namesOf()
    const [logged] = (await world.ask('hq', 'export.list', { cursor: undefined }, editor)).exports
    expect(logged).toMatchObject({ kind: 'names', byName: '林小满', isWhole: true })
  })
})
