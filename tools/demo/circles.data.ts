// Which circles does the demo's HQ keep? Six rules as a shop for mothers and skin care would write them.
import type { Rule } from '@shared/domain/circle'

export type DemoCircle = { id: string; name: string; about: string; rule: Rule }

export const demoCircles: readonly DemoCircle[] = [
  {
    id: 'c-skin',
    name: '换季护肤',
    about: '最近一个月在看护肤、换季护理的人，先给方法再说产品',
    rule: {
      all: [
        { fact: 'topics', anyOf: ['护肤', '换季护理'] },
        { event: 'read', withinDays: 30, is: 'at-least', n: 2 },
      ],
    },
  },
  {
    id: 'c-outing',
    name: '带娃出门',
    about: '关心出行和安全的家庭，周末前发',
    rule: {
      any: [
        { fact: 'topics', anyOf: ['亲子出行'] },
        { fact: 'answers', anyOf: ['topics:outings', 'topics:safety'] },
        { fact: 'products', anyOf: ['安全座椅', '婴儿湿巾箱装', '纸尿裤箱装'] },
      ],
    },
  },
  {
    id: 'c-refill',
    name: '快用完了',
    about: '买过两个月内用得完的品，到点问一句',
    rule: {
      all: [
        { fact: 'cycleDays', is: 'at-most', n: 60 },
        { event: 'purchase', withinDays: 120, is: 'at-least', n: 1 },
      ],
    },
  },
  {
    id: 'c-again',
    name: '又来过的老客',
    about: '买过两次以上，值得单独留货、先告诉',
    rule: { event: 'purchase', withinDays: 365, is: 'at-least', n: 2 },
  },
  {
    id: 'c-voice',
    name: '说话有人听',
    about: '转出去有人认真读，或者把我们当榜样的人。不给钱，只谢她',
    rule: {
      any: [
        { fact: 'brought', is: 'at-least', n: 3 },
        { fact: 'relation', oneOf: ['model'] },
      ],
    },
  },
  {
    id: 'c-quiet',
    name: '看得多还没买',
    about: '常常读完，还没买过。先聊，不催',
    rule: {
      all: [
        { event: 'deep', withinDays: 30, is: 'at-least', n: 2 },
        { not: { event: 'purchase', withinDays: 365, is: 'at-least', n: 1 } },
      ],
    },
  },
]
