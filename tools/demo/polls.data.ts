// What does the demo's HQ ask, and how did the shared view form? Voices by the day they came, who thought otherwise since, and why. All invented.
import type { PollAudience } from '@shared/domain/poll'
import { DEMO_PASSING_REP } from './spread.data'

/**
 * Options by their place. joined: so many days ago so many spoke for each option. changed: so many days ago so many went from
 * one option to another. reasons: for an option; with `from`, of somebody who thought otherwise at first. opens null: a draft.
 */
export type DemoPoll = {
  id: string
  question: string
  options: readonly string[]
  whoMayVote: PollAudience
  opens: number | null // days ago
  closes: number // days from now; below 0 it is over
  joined: readonly (readonly [daysAgo: number, by: readonly number[]])[]
  changed: readonly (readonly [daysAgo: number, from: number, to: number, people: number])[]
  reasons: readonly (readonly [option: number, text: string, from?: number])[]
  silent?: readonly string[] // reps who have said nothing yet
}

/** She is left to whoever tries the demo as her. */
const LEFT = [DEMO_PASSING_REP]

export const demoPolls: readonly DemoPoll[] = [
  {
    ...{ id: 'poll-class', question: '下个月的小课堂，想先听哪一个？', whoMayVote: 'all', opens: 8, closes: 6 },
    options: ['换季怎么护肤', '带娃出门怎么收包', '家里怎么收纳', '家电怎么挑'],
    joined: [
      [8, [6, 2, 1, 1]],
      [7, [4, 2, 1, 1]],
      [6, [3, 2, 3, 0]],
      [5, [2, 2, 3, 1]],
      [4, [1, 2, 3, 1]],
      [2, [1, 1, 4, 1]],
      [1, [1, 0, 4, 0]],
    ],
    changed: [
      [5, 0, 2, 3],
      [3, 0, 2, 3],
      [3, 1, 2, 2],
      [2, 1, 2, 3],
      [1, 3, 0, 1],
    ],
    reasons: [
      [0, '一换季脸就紧，想弄明白先用哪样后用哪样'],
      [0, '买了不少，总有几瓶想不起来用'],
      [0, '想顺便听听手和嘴唇怎么护'],
      [1, '出门前总漏带一样，想要张清单'],
      [2, '本来想听护肤，看大家这么说，想起阳台那堆纸箱了', 0],
      [2, '包收得再好，回家一倒还是乱，先把家里理清', 1],
      [2, '柜子不大，东西越来越多'],
    ],
    silent: LEFT,
  },
  {
    ...{ id: 'poll-hour', question: '每天的内容，几点到手正好用？', whoMayVote: 'reps', opens: 5, closes: 4 },
    options: ['早上七点半前', '上午十点', '中午十二点', '晚上八点'],
    joined: [
      [5, [2, 3, 1, 0]],
      [3, [2, 2, 0, 1]],
    ],
    changed: [
      [2, 1, 0, 3],
      [1, 2, 0, 1],
      [1, 3, 1, 1],
    ],
    reasons: [
      [0, '客人上班路上看得最多'],
      [0, '早上发了，中午刚好有人来问'],
      [0, '原来觉得十点不忙，其实一开门就顾不上了', 1],
    ],
    silent: LEFT,
  },
  {
    ...{ id: 'poll-table', question: '店里的体验台，下一样摆什么？', whoMayVote: 'customers', opens: 13, closes: -3 },
    options: ['面霜和护手霜', '洗衣的小样', '一杯热的冲饮', '出门用的小包'],
    joined: [
      [12, [6, 2, 1, 2]],
      [11, [5, 1, 2, 1]],
      [9, [2, 1, 4, 1]],
      [7, [1, 1, 4, 1]],
      [5, [1, 1, 4, 0]],
      [4, [1, 0, 4, 1]],
    ],
    changed: [
      [8, 0, 2, 4],
      [6, 0, 2, 3],
      [6, 3, 2, 2],
      [4, 2, 0, 5],
    ],
    reasons: [
      [0, '在手背上一抹就知道合不合适'],
      [0, '喝了两回，还是更想试试手霜润不润', 2],
      [1, '洗衣的香味隔着袋子闻不出来'],
      [2, '等人的时候想喝口热的', 0],
      [2, '端着杯子站一会儿，正好听你们讲讲'],
      [2, '冬天进门先暖暖手'],
    ],
  },
  {
    ...{ id: 'poll-rest', question: '店里的歇脚处，先添一样什么？', whoMayVote: 'customers', opens: null, closes: 14 },
    options: ['能坐两个人的长凳', '一壶热茶', '几本图画书', '充电的插座'],
    ...{ joined: [], changed: [], reasons: [] },
  },
]
