// Seeds HQ's columns and drafts that wait for an hour of their own, through the actions of the desk.
import { demoColumns } from '../demo/columns.data'
import type { As, Door } from './door'

export const seedColumns = async (door: Door, editor: As): Promise<void> => {
  for (const { id, ...column } of demoColumns)
    await door.call('hq', 'column.save', { columnId: id, rev: 0, column: { ...column, coverId: null } }, editor)
}

/** Of the column of that name; null: the demo plans none. */
export const columnIdOf = (name: string): string | null => demoColumns.find((one) => one.name === name)?.id ?? null

/** Written, and not planned yet. */
const WAITING = [
  {
    id: 'd01',
    title: '洗完脸紧绷，先看这三步',
    text: '{入冬以后|天一冷}，{不少人|好些朋友}问我{脸干怎么办|洗完脸紧绷怎么办}。{洗脸水别太烫|先把水温调低}，{用毛巾轻轻按|毛巾轻轻按}，{趁脸还润着|脸还没干透时}涂上面霜。{睡前再补一层|晚上再厚涂一层}，{第二天看看|早起摸摸看}。',
    body: '手背觉得温就够了。毛巾轻轻按，不来回擦。趁脸还润着涂面霜，睡前再补一层。',
  },
  {
    id: 'd02',
    title: '水、精华、面霜，中间等多久',
    text: '{上一层还湿着就叠下一层|前一层没干就涂后一层}，{容易搓泥|最容易搓出泥来}。{等到手背碰上去不黏|摸着不黏手了}，{再涂下一层|再接着来}。{着急出门的早上|早上赶时间}，{少涂一样|省一步}{也没关系|也行}。',
    body: '搓泥多半是上一层还没干。手背碰上去不黏，就可以接着涂。赶时间的早上少一步也行。',
  },
  {
    id: 'd03',
    title: '戴口罩的日子，下巴起皮怎么办',
    text: '{一天到晚戴着口罩|口罩一戴一天}，{下巴起皮的人多了|好多人下巴起皮}。{回家先摘下来透透气|到家先让脸透透气}，{温水洗净|用温水洗一遍}，{别去撕皮|皮别撕}。{面霜在嘴角多按一会儿|嘴角那里面霜多按几下}，{一般几天就服帖|过几天会好些}。',
    body: '先透气，再洗净，不撕皮。嘴角和下巴的面霜多按一会儿。总不见好的去看医生。',
  },
]

export const seedDrafts = async (door: Door, editor: As): Promise<void> => {
  for (const { id, title, text, body } of WAITING) {
    const section = { id: 's1', heading: '怎么做', paragraphs: [body], imageId: null, form: null }
    const draft = {
      ...{ text, lockedWords: [], firstComment: '', column: '早八点护肤课', columnId: 'col-skin' },
      ...{ imageIds: [], topics: ['护肤'], storeIds: [], isAd: false },
      article: { title, coverId: null, sections: [section] },
    }
    await door.call('hq', 'post.save', { postId: id, baseVersion: 0, draft }, editor)
  }
}
