// What do people offer the demo's HQ to publish, and what became of it? By three of its reps and a customer. All invented.
import type { PeopleShown } from '@shared/domain/submission'

/** asks: the poll at the end of the article. */
export type DemoOfferedPost = { id: string; title: string; heading: string; text: string; topic: string; asks: string }
/** HQ's word on it, so many days ago; as: the post that was written of it, out so many days ago. */
export type DemoVerdict =
  | { asked: string; daysAgo: number }
  | { declined: string; daysAgo: number }
  | { as: DemoOfferedPost; daysAgo: number; outDaysAgo: number }

export type DemoOffer = {
  id: string
  by: { rep: string } | { customer: string } // username, or one of demoContacts by remark
  words: string
  photo: string | null // of assets/demo
  people: PeopleShown
  named: string
  daysAgo: number
  verdict: DemoVerdict | null // null: it waits
}

export const demoOffers: readonly DemoOffer[] = [
  {
    ...{ id: 'offer-towels', by: { rep: 'xuwanqing' }, photo: 'a05-3.jpg', people: 'nobody', named: '万象城店 许婉清' },
    words: '毛巾卷起来竖着放进篮子，一眼看得清有几条，最底下的也不会一直用不着。\n用完的放另一头，轮着拿。',
    daysAgo: 8,
    verdict: {
      ...{ daysAgo: 7, outDaysAgo: 6 },
      as: {
        ...{ id: 'p-towels', title: '毛巾竖着放，最底下那条也用得上', heading: '篮子里怎么放', topic: '收纳' },
        asks: 'poll-class',
        text: '{毛巾叠成一摞|一摞毛巾叠起来}，{最底下那条总用不着|压在下面的总轮不到}。{同事教我的办法|店里同事的办法}：{卷起来|卷一卷}，{竖着放进篮子|一条条竖在篮子里}。{一眼看得清有几条|还剩几条看得清清楚楚}，{用完的放另一头|用过的放到另一边}，{轮着拿|这样轮着用}。{图是她自己拍的|照片也是她拍的}，{今晚可以试试|回家就能试}。',
      },
    },
  },
  {
    ...{ id: 'offer-swirl', by: { rep: 'xuwanqing' }, photo: 'a09-2.jpg', people: 'nobody', named: '万象城店 许婉清' },
    words: '今早开了一罐给客人试的面霜，膏体上这一圈，来的人都要凑近看一眼。\n先在手背上抹一点，比我讲半天清楚。',
    ...{ daysAgo: 1, verdict: null },
  },
  {
    ...{ id: 'offer-brush', by: { rep: 'chenmo' }, photo: 'a11-3.jpg', people: 'nobody', named: '陈默' },
    words: '扫地机滚刷两头缠的头发，要先剪断再抽。硬拽会把轴套带松，过两个月就有响声。',
    daysAgo: 5,
    verdict: {
      daysAgo: 4,
      declined:
        '写得很实在，谢谢。扫地机的清理这个月刚发过一篇，这次先不重复。下回写写边刷怎么拆，拍一张拆下来的样子就行。',
    },
  },
  {
    ...{ id: 'offer-dropper', by: { rep: 'shenyuting' }, photo: 'a01-2.jpg', people: 'nobody', named: '' },
    words: '精华的滴管别碰到脸，悬着滴在手心，再按上去。',
    daysAgo: 3,
    verdict: { daysAgo: 2, asked: '滴管这张很清楚。能再补一句吗：开封以后放在哪儿，多久用完合适？' },
  },
  {
    ...{ id: 'offer-juice', by: { customer: '优优妈妈' }, photo: 'a04-1.jpg', people: 'nobody', named: '爱早起的阿优' },
    words: '周末早上榨橙汁前，先把橙子在桌上压着滚一滚，汁会多一点。\n看了你们那篇才开始自己榨的。',
    ...{ daysAgo: 2, verdict: null },
  },
]
