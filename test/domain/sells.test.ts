// Is a text that sells told from one that only tells, and how often is that wrong?
import { findSelling } from '../../shared/domain/sells'
import { demoPosts } from '../../tools/demo/posts.data'
import posts from '../data/posts.json'
import seen from '../data/posts-seen.json'
import unseen from '../data/posts-unseen.json'
import { SELLING, TELLING } from './sells.data'

const sells = (text: string): boolean => findSelling(text).length > 0

test.each(TELLING)('only tells: %s', (text) => {
  expect(findSelling(text)).toEqual([])
})

test.each(SELLING)('sells: %s', (text) => {
  expect(sells(text)).toBe(true)
})

test('every post of the samples sells, and none of the demo’s articles does', () => {
  expect([...posts, ...seen, ...unseen].filter(({ text }) => !sells(text)).map(({ id }) => id)).toEqual([])
  const articles = demoPosts.map(({ id, article: { title, sections } }) => {
    const text = [title, ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs])].join('\n')
    return [id, findSelling(text)] as const
  })
  expect(articles.filter(([, found]) => found.length > 0)).toEqual([])
})

test('what makes it sell is told in reading order, as it is written', () => {
  expect(findSelling('精华液到店，￥２６９一支，私信我')).toEqual([
    { sign: 'way', word: '到店', at: 3 },
    { sign: 'price', word: '￥２６９', at: 6 },
    { sign: 'way', word: '私信', at: 13 },
  ])
})

test('signs far apart in a long text do not add up', () => {
  const far = '讲讲怎么选鞋。'.repeat(60)
  expect(findSelling(`门口那双鞋89元。${far}想试的到店`)).toEqual([])
  expect(sells('门口那双鞋89元。想试的到店')).toBe(true)
})

test.each(['那年她每月房租1800元，还要给家里寄钱，门店也开不下去', '罚款200元，车停在店里门口也不行'])(
  'money of life is no price: %s',
  (text) => expect(findSelling(text)).toEqual([]),
)
