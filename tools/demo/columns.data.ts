// The demo's columns: what appears when.
import type { PostChannel } from '@shared/domain/post'

export type DemoColumn = {
  id: string
  name: string
  weekdays: number[] // 1 Monday to 7 Sunday
  time: string
  channels: PostChannel[]
  topicHint: string
  about: string
}

const MOMENTS_AND_CHAT: PostChannel[] = ['moments', 'chat']

export const demoColumns: DemoColumn[] = [
  {
    ...{ id: 'col-skin', name: '早八点护肤课', weekdays: [1, 3, 5], time: '08:00', channels: MOMENTS_AND_CHAT },
    ...{ topicHint: '护肤、换季护理', about: '每周一、三、五早上八点，讲清一个护肤问题。' },
  },
  {
    ...{ id: 'col-dress', name: '换季衣橱', weekdays: [2], time: '12:00', channels: ['moments'] },
    ...{ topicHint: '穿搭', about: '换季怎么穿，衣橱里已有的也能搭。' },
  },
  {
    ...{ id: 'col-kids', name: '带娃出门记', weekdays: [4], time: '20:00', channels: ['moments', 'group'] },
    ...{ topicHint: '亲子出行', about: '周末带娃去哪儿、带什么。' },
  },
  {
    ...{ id: 'col-home', name: '周末家电课', weekdays: [6], time: '10:00', channels: ['moments', 'article'] },
    ...{ topicHint: '家电、居家清洁', about: '买之前先看懂，买回来用得久。' },
  },
  {
    ...{ id: 'col-food', name: '周五吃什么', weekdays: [5], time: '17:30', channels: ['moments', 'group'] },
    ...{ topicHint: '聚餐、饮品', about: '周五晚上吃点好的。' },
  },
]
