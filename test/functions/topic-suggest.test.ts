// Does the desk offer the topics of HQ's own posts, and what was written before in the fields beside them?
import { newId, saveDraft } from '../support/scenes'
import { editor, startWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
  const article = (title: string) => ({ title, coverId: null, sections: [] })
  const posts = [
    {
      text: '换季皮肤干，精华和面霜怎么搭，敏感肌先补水。',
      title: '换季护肤三步',
      topics: ['护肤'],
      painPoint: '换季脸干',
    },
    {
      text: '防晒霜抹够量，皮肤不容易晒黑，回家要卸干净。',
      title: '防晒怎么抹',
      topics: ['护肤'],
      painPoint: '换季脸干',
    },
    { text: '周末带孩子去公园野餐，遛娃清单给你。', title: '遛娃清单', topics: ['遛娃'], persona: '过来人' },
    { text: '洗衣机一年清洗一次，滚筒里全是水垢。', title: '洗衣机怎么洗', topics: ['家电'] },
  ]
  for (const { title, ...post } of posts)
    await saveDraft(world, `post-${newId(8)}`, { ...post, article: article(title) })
})
afterAll(() => world.stop())

test('a text about skin is offered 护肤, with how many posts say so and in which words', async () => {
  const asked = {
    postId: 'new',
    text: '敏感皮肤补水，面霜薄薄一层，防晒霜抹够，回家卸干净',
    headings: ['秋天护理皮肤'],
    topics: [],
  }
  const { topics, painPoints, personas } = await world.ask('hq', 'topic.suggest', asked, editor)
  expect(topics[0]).toMatchObject({ topic: '护肤', posts: 2 })
  expect(topics[0]?.words).toContain('皮肤')
  expect(painPoints).toEqual([{ value: '换季脸干', posts: 2 }])
  expect(personas).toEqual([{ value: '过来人', posts: 1 }])
  const has = await world.ask('hq', 'topic.suggest', { ...asked, topics: ['护肤'] }, editor)
  expect(has.topics.map(({ topic }) => topic)).not.toContain('护肤')
})
