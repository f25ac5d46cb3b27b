// What may a circle's rule ask, and how is it called? 人货场 + 内容社交体验服务, in both languages.
import { type ChoiceFact, type CircleEvent, LEVELS, type NumberFact, type SetFact } from './circle'
import { SHEET_TRADES } from './sheet-fields.data'

export type Words = { zh: string; en: string }
export type FactChoice = Words & { id: string }
/** choices null: any word (a topic, a product), or what the firm has (a store). */
export type FactWords = Words & { group: CircleGroup; choices: readonly FactChoice[] | null }
export type CircleGroup = 'person' | 'goods' | 'place' | 'content' | 'service'

export const CIRCLE_GROUPS: Record<CircleGroup, Words> = {
  person: { zh: '人', en: 'Person' },
  goods: { zh: '货', en: 'Goods' },
  place: { zh: '场', en: 'Place' },
  content: { zh: '内容和社交', en: 'Content and spread' },
  service: { zh: '体验和服务', en: 'Experience and service' },
}

const choices = (rows: readonly (readonly [id: string, zh: string, en: string])[]): FactChoice[] =>
  rows.map(([id, zh, en]) => ({ id, zh, en }))

/** What the sheets of all trades ask: 'stage:newborn'. */
const ANSWERS: FactChoice[] = [
  ...new Map(
    SHEET_TRADES.flatMap(({ fields }) => fields).flatMap((field) =>
      field.choices.map((one): [string, FactChoice] => {
        const id = `${field.id}:${one.id}`
        return [id, { id, zh: `${field.zh}：${one.zh}`, en: `${field.en}: ${one.en}` }]
      }),
    ),
  ).values(),
]

export const LEVEL_WORDS: Record<(typeof LEVELS)[number], Words> = {
  known: { zh: '认识', en: 'Known' },
  reads: { zh: '会读', en: 'Reads' },
  deep: { zh: '读得深', en: 'Reads deeply' },
  dealt: { zh: '聊过', en: 'Talked with' },
  bought: { zh: '买过', en: 'Bought' },
  again: { zh: '又买过', en: 'Bought again' },
}

export const CIRCLE_FACTS: Record<ChoiceFact | SetFact | NumberFact, FactWords> = {
  relation: {
    ...{ zh: '你是她的', en: 'The rep is her', group: 'person' },
    choices: choices([
      ['service', '客服', 'service'],
      ['expert', '专家', 'expert'],
      ['model', '榜样', 'model'],
    ]),
  },
  value: {
    ...{ zh: '她图什么', en: 'She comes for', group: 'person' },
    choices: choices([
      ['benefit', '利益', 'benefits'],
      ['information', '信息', 'information'],
      ['company', '陪伴', 'company'],
    ]),
  },
  taste: {
    ...{ zh: '爱看', en: 'She likes to read', group: 'person' },
    choices: choices([
      ['reason', '道理', 'reasons'],
      ['result', '成绩', 'results'],
      ['science', '科学', 'science'],
    ]),
  },
  level: { zh: '层级', en: 'Level', group: 'person', choices: null },
  answers: { zh: '客户表', en: 'Her sheet', group: 'person', choices: ANSWERS },
  tags: { zh: '手贴的标签', en: 'Tags by hand', group: 'person', choices: null },
  products: { zh: '买过的品', en: 'Bought the product', group: 'goods', choices: null },
  cycleDays: { zh: '复购周期（天）', en: 'Repurchase cycle (days)', group: 'goods', choices: null },
  dealKinds: {
    ...{ zh: '成交种类', en: 'Kind of deal', group: 'goods' },
    choices: choices([
      ['first', '首单', 'first'],
      ['repurchase', '复购', 'repurchase'],
      ['cross-sale', '交叉销售', 'cross-sale'],
      ['information', '信息消费', 'information'],
      ['partner', '成为经营者', 'became a partner'],
    ]),
  },
  source: {
    ...{ zh: '怎么认识的', en: 'How they met', group: 'place' },
    choices: choices([
      ['parcel-card', '包裹卡', 'parcel card'],
      ['store', '到店', 'came to the store'],
      ['referral', '老客介绍', 'referred'],
      ['group', '群', 'a group'],
      ['event', '活动', 'an event'],
      ['moments', '朋友圈', 'Moments'],
      ['other', '其他', 'other'],
    ]),
  },
  storeId: { zh: '门店', en: 'Store', group: 'place', choices: null },
  teamId: { zh: '小组', en: 'Team', group: 'place', choices: null },
  groups: { zh: '在几个群里', en: 'Groups she is in', group: 'place', choices: null },
  topics: { zh: '感兴趣的话题', en: 'Topics she cares about', group: 'content', choices: null },
  brought: { zh: '转出去带来的深读', en: 'Deep readings she brought', group: 'content', choices: null },
}

export const EVENT_WORDS: Record<CircleEvent, Words & { group: CircleGroup }> = {
  read: { zh: '阅读', en: 'readings', group: 'content' },
  deep: { zh: '深读', en: 'deep readings', group: 'content' },
  talked: { zh: '聊到', en: 'talks', group: 'service' },
  consultation: { zh: '咨询', en: 'consultations', group: 'service' },
  meeting: { zh: '见面', en: 'meetings', group: 'service' },
  delight: { zh: '小惊喜', en: 'small surprises', group: 'service' },
  purchase: { zh: '购买', en: 'purchases', group: 'goods' },
}

export const COMPARISON_WORDS = {
  'at-least': { zh: '至少', en: 'at least' },
  'at-most': { zh: '最多', en: 'at most' },
  exactly: { zh: '正好', en: 'exactly' },
} as const

export const LEVEL_LIST: readonly Words[] = LEVELS.map((id) => LEVEL_WORDS[id])
