// Which WeChat groups do the demo's reps lead, what went into them, and what does HQ ask for? All invented.

/** A post sent there: so many opened it, most of them at that hour. */
export type DemoSend = { post: string; opens: number; hour: number }
export type DemoGroup = { repUsername: string; name: string; theme: string; rules: string[]; sends: DemoSend[] }

export const demoGroups: DemoGroup[] = [
  {
    repUsername: 'xuwanqing',
    name: '万象城早八点',
    theme: '早八点护肤',
    rules: [
      '早上八点发一课，想看再看：谁都有忙的时候',
      '不发广告和砍一刀：大家是来聊皮肤的',
      '不晒别人的脸：没问过的照片不发',
      '效果因人而异，不互相打包票',
    ],
    sends: [
      { post: 'a01', opens: 9, hour: 8 },
      { post: 'a09', opens: 7, hour: 8 },
      { post: 'a07', opens: 4, hour: 12 },
      { post: 'a12', opens: 2, hour: 22 },
      { post: 'a11', opens: 1, hour: 20 },
    ],
  },
  {
    repUsername: 'xuwanqing',
    name: '周末带娃搭子',
    theme: '周末出门',
    rules: ['只约公共场所：大家都放心', '不发孩子正脸：谁家的孩子谁做主'],
    sends: [
      { post: 'a03', opens: 6, hour: 20 },
      { post: 'a10', opens: 2, hour: 18 },
    ],
  },
  {
    repUsername: 'chenmo',
    name: '家电不踩坑',
    theme: '周末家电',
    rules: ['问价之前先说用在哪：好给你挑', '坏了先拍铭牌：我看型号'],
    sends: [
      { post: 'a05', opens: 8, hour: 21 },
      { post: 'a11', opens: 5, hour: 21 },
    ],
  },
  {
    repUsername: 'ouyangshihan',
    name: '灯下看首饰',
    theme: '首饰穿搭',
    rules: ['晒单可以，不比价：喜欢最要紧'],
    sends: [
      { post: 'a06', opens: 5, hour: 21 },
      { post: 'a02', opens: 3, hour: 19 },
    ],
  },
]

/** `session`: by the first play for group sessions that comes with the product. */
export type DemoPlanItem = { id: string; time: string; act: string; post: string | null; session: boolean }

export const demoPlan = {
  planId: 'demo-plan-skin',
  theme: '早八点护肤',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  items: [
    { id: 'skin-morning', time: '08:00', act: '发早八点这一课，问一句昨晚睡得好吗', post: 'a09', session: false },
    { id: 'skin-noon', time: '12:30', act: '挑一个群里的问题，语音答 1 分钟', post: null, session: false },
    { id: 'skin-evening', time: '20:00', act: '一对多讲一场，讲完留 10 分钟答问', post: null, session: true },
  ] satisfies DemoPlanItem[],
}
