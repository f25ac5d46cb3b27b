// What does the contract say of pipelines? Groups, unwound arrays, look-ups by _id, days in Shanghai.
import type { Case } from './case'
import type { Cloud } from './cloud'

const begin = async ({ notes, people }: Cloud): Promise<void> => {
  const docs = [1, 2, 3, 4].map((n) => ({
    _id: `n${n}`,
    owner: n % 2 ? 'odd' : 'even',
    at: n,
    tags: ['all', `t${n}`],
    person: 'p1',
    when: new Date(Date.UTC(2026, 10, 21, 15 + n)),
  }))
  await notes().add(docs as unknown as object)
  await people().add({ _id: 'p1', email: 'a@b', name: '小雨' })
}

const pipeline = (cloud: Cloud) =>
  cloud
    .notes()
    .aggregate()
    .match({ at: cloud.db.command.gte(1) })

const row = (title: string, calls: readonly string[], run: Case['run']): Case => ({
  title: `a pipeline ${title}`,
  calls: ['aggregate.match', 'aggregate.end', ...calls.map((call) => `aggregate.${call}`)],
  run: async (cloud) => {
    await begin(cloud)
    await run(cloud)
  },
})

export const pipelines: readonly Case[] = [
  row('groups, sorts, limits and projects', ['group', 'sort', 'limit', 'project'], async (cloud) => {
    const $ = cloud.db.command.aggregate
    const { data } = await pipeline(cloud)
      .group({ _id: '$owner', sum: $.sum('$at'), most: $.max('$at') })
      .sort({ sum: -1 })
      .limit(1)
      .project({ _id: 0, owner: '$_id', sum: 1, most: 1 })
      .end()
    expect(data).toEqual([{ owner: 'even', sum: 6, most: 4 }])
  }),
  row('unwinds and counts', ['unwind', 'sortByCount', 'limit'], async (cloud) => {
    const { data } = await pipeline(cloud).unwind('$tags').sortByCount('$tags').limit(1).end()
    expect(data).toEqual([{ _id: 'all', count: 4 }])
  }),
  row('looks another collection up by _id', ['lookup', 'project'], async (cloud) => {
    const { data } = await cloud
      .notes()
      .aggregate()
      .match({ _id: 'n1' })
      .lookup({ from: cloud.peopleName, localField: 'person', foreignField: '_id', as: 'who' })
      .project({ 'who.name': 1 })
      .end()
    expect(data).toEqual([{ _id: 'n1', who: [{ name: '小雨' }] }])
  }),
  row('names a day in Shanghai', ['group', 'sort'], async (cloud) => {
    const $ = cloud.db.command.aggregate
    const { data } = await pipeline(cloud)
      .group({ _id: $.dateToString({ date: '$when', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }), n: $.sum(1) })
      .sort({ _id: 1 })
      .end()
    expect(data).toEqual([{ _id: '2026-11-22', n: 4 }])
  }),
]
