// Are the topics of a text found by the words of posts whose topics are known?
import { type Known, learnTopics, type Segment, suggestTopics } from '../../shared/domain/topic-words'
import seen from '../data/posts-seen.json'
import unseen from '../data/posts-unseen.json'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const segment: Segment = (text) =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map((part) => part.segment)
const ask = (known: Known[], text: string, change: { headings?: string; has?: string[]; id?: string } = {}) =>
  suggestTopics(learnTopics(known, segment), { id: 'new', headings: '', has: [], max: 5, text, ...change }, segment)

const known: Known[] = [
  { id: 'a', text: '换季皮肤干，精华和面霜怎么搭', topics: ['护肤'] },
  { id: 'b', text: '周末带孩子去公园野餐', topics: ['遛娃'] },
  { id: 'c', text: '洗衣机一年清洗一次', topics: ['家电'] },
  { id: 'd', text: '滚筒洗衣机门圈要擦干', topics: ['家电'] },
]

test('a topic is offered with how many posts have it and what they share', () => {
  expect(ask(known, '洗衣机里的霉味怎么清洗')[0]).toEqual({ topic: '家电', posts: 2, words: ['清洗', '洗衣'] })
  expect(ask(known, '洗衣机里的霉味怎么清洗', { has: ['家电'] }).map(({ topic }) => topic)).not.toContain('家电')
})

test('a post does not vouch for itself, and what nobody said is offered nothing', () => {
  const [first] = known
  expect(ask(known, first?.text ?? '', { id: 'a' }).filter(({ topic }) => topic === '护肤')).toEqual([])
  expect(ask(known, 'Hello 2026')).toEqual([])
  expect(ask([], '洗衣机')).toEqual([])
})

test('a topic that the text names is offered although its posts speak otherwise', () => {
  expect(ask(known, '遛娃的一天').map(({ topic }) => topic)).toContain('遛娃')
})

test('a word said often and in a heading is offered as new, empty words are not', () => {
  const text = '跑步前热身，跑步后拉伸。跑步什么时候喝水，什么时候休息，什么都行'
  expect(ask(known, text, { headings: '跑步怎么开始' })).toContainEqual({ topic: '跑步', posts: 0, words: [] })
  expect(ask(known, text, { headings: '什么时候' }).filter(({ posts }) => posts === 0)).toEqual([])
})

test('each of 72 posts left out once: its trade, one of seven, is offered first for 55 %, among three for 75 %', () => {
  const all = [...seen, ...unseen].map(({ id, text, vertical }) => ({ id, text, topics: [vertical] }))
  let [first, amongThree] = [0, 0]
  const learned = learnTopics(all, segment)
  for (const post of all) {
    const asked = { id: post.id, text: post.text, headings: '', has: [], max: 5 } // itself is never asked
    const ideas = suggestTopics(learned, asked, segment).filter(({ posts }) => posts > 0)
    const at = ideas.findIndex(({ topic }) => post.topics.includes(topic))
    first += Number(at === 0)
    amongThree += Number(at >= 0 && at < 3)
  }
  expect(all).toHaveLength(72)
  expect(first / all.length).toBeGreaterThan(0.55)
  expect(amongThree / all.length).toBeGreaterThan(0.75)
})
