// What does a trade ask about a contact? Fields of choices only, chosen by or known from the adult: never a child's own facts.
import type { Sheet } from './sheet'

export type SheetChoice = { id: string; zh: string; en: string }
/** several: more than one choice may hold. */
export type SheetField = { id: string; zh: string; en: string; several: boolean; choices: readonly SheetChoice[] }
export type SheetTrade = { id: 'mother-baby' | 'general'; zh: string; en: string; fields: readonly SheetField[] }

type Row = readonly [id: string, zh: string, en: string]
const choicesOf = (rows: readonly Row[]): SheetChoice[] => rows.map(([id, zh, en]) => ({ id, zh, en }))
const one = (id: string, zh: string, en: string, rows: readonly Row[]): SheetField => ({
  ...{ id, zh, en, several: false, choices: choicesOf(rows) },
})
const several = (id: string, zh: string, en: string, rows: readonly Row[]): SheetField => ({
  ...one(id, zh, en, rows),
  several: true,
})

const DECIDES = one('decides', '家里谁做主', 'Who decides at home', [
  ['herself', '她自己', 'She does'],
  ['partner', '先生', 'Her partner'],
  ['together', '一起商量', 'Both together'],
  ['elders', '老人', 'The grandparents'],
])
const INFORMED = several('informed-by', '信息来源', 'Where she hears of things', [
  ['friends', '身边朋友', 'Friends'],
  ['moments', '朋友圈', 'Moments'],
  ['groups', '微信群', 'WeChat groups'],
  ['notes', '小红书', 'RED'],
  ['video', '短视频', 'Short video'],
  ['doctor', '医生', 'Her doctor'],
  ['store', '门店', 'Our store'],
])
const BUYING = several('buying', '购买习惯', 'How she buys', [
  ['stock-up', '爱囤货', 'Stocks up'],
  ['as-needed', '用完再买', 'When it runs out'],
  ['compares', '要先比较', 'Compares first'],
  ['trusts-brand', '认牌子', 'Keeps to a brand'],
  ['price', '看重价格', 'Looks at the price'],
  ['quality', '看重品质', 'Looks at quality'],
  ['tries-first', '先试小样', 'Tries a sample first'],
])
const COMES_BY = several('comes-by', '怎么来', 'How she shops', [
  ['store', '到店', 'Comes to the store'],
  ['delivery', '送货上门', 'Has it delivered'],
  ['online', '网上下单', 'Orders online'],
])

/** stage: where the adult says she stands in family life; no month, no year, no number of children. */
const MOTHER_BABY: SheetTrade = {
  ...{ id: 'mother-baby', zh: '母婴', en: 'Mother and baby' },
  fields: [
    several('stage', '她说的阶段', 'Stage, as she says', [
      ['planning', '备孕', 'Planning'],
      ['expecting', '孕期', 'Expecting'],
      ['newborn', '新生', 'Newborn'],
      ['first-foods', '添加辅食', 'First foods'],
      ['toddling', '学步', 'Learning to walk'],
      ['before-kindergarten', '幼儿园前后', 'Around kindergarten'],
      ['before-school', '小学前后', 'Around starting school'],
      ['school', '上学', 'At school'],
      ['second', '再要一个', 'Having another'],
    ]),
    several('topics', '关注主题', 'What she cares about', [
      ['sleep', '睡眠', 'Sleep'],
      ['feeding', '喂养', 'Feeding'],
      ['allergy', '过敏', 'Allergies'],
      ['growth', '长高长胖', 'Growth'],
      ['immunity', '少生病', 'Staying well'],
      ['early-learning', '早教', 'Early learning'],
      ['behaviour', '情绪和规矩', 'Moods and rules'],
      ['safety', '安全', 'Safety'],
      ['skin', '皮肤护理', 'Skin care'],
      ['recovery', '产后恢复', 'Recovery after birth'],
      ['outings', '带娃出门', 'Going out'],
    ]),
    one('feeding', '喂养方式', 'How she feeds', [
      ['breast', '母乳', 'Breast'],
      ['mixed', '混合', 'Mixed'],
      ['formula', '奶粉', 'Formula'],
      ['table-food', '吃饭为主', 'Family food'],
    ]),
    several('helpers', '谁带得多', 'Who helps', [
      ['herself', '她自己', 'She herself'],
      ['partner', '先生', 'Her partner'],
      ['elders', '老人', 'The grandparents'],
      ['nanny', '阿姨', 'A nanny'],
    ]),
    several('view', '带娃观念', 'How she sees it', [
      ['science', '看科学依据', 'By the evidence'],
      ['experience', '听过来人', 'By experience'],
      ['relaxed', '顺其自然', 'Relaxed'],
      ['careful', '样样仔细', 'Careful'],
    ]),
    several('needs', '常买', 'Buys often', [
      ['formula', '奶粉', 'Formula'],
      ['diapers', '纸尿裤', 'Diapers'],
      ['foods', '辅食零食', 'Foods and snacks'],
      ['clothes', '衣服鞋子', 'Clothes and shoes'],
      ['toys', '玩具图书', 'Toys and books'],
      ['gear', '出行用品', 'Gear'],
      ['mothers', '妈妈用品', 'For herself'],
    ]),
    ...[BUYING, COMES_BY, DECIDES, INFORMED],
  ],
}

const GENERAL: SheetTrade = {
  ...{ id: 'general', zh: '通用', en: 'General' },
  fields: [
    several('life', '生活阶段', 'Stage of life', [
      ['single', '一个人', 'On her own'],
      ['couple', '两个人', 'A couple'],
      ['with-children', '有孩子', 'With children'],
      ['empty-nest', '孩子大了', 'Children grown up'],
      ['retired', '退休', 'Retired'],
    ]),
    several('cares', '看重什么', 'What counts for her', [
      ['looks', '好看', 'Looks'],
      ['practical', '实用', 'Practical'],
      ['health', '健康', 'Health'],
      ['saving', '省心省时', 'Saves time'],
      ['price', '划算', 'Good value'],
      ['service', '服务', 'Service'],
    ]),
    one('buys-for', '多半给谁买', 'Mostly buys for', [
      ['herself', '自己', 'Herself'],
      ['family', '家人', 'Her family'],
      ['gifts', '送人', 'Gifts'],
    ]),
    ...[BUYING, COMES_BY, DECIDES, INFORMED],
  ],
}

export const SHEET_TRADES: readonly SheetTrade[] = [MOTHER_BABY, GENERAL]

/** Every field of every trade; fields of one id are the same field. */
const FIELDS = new Map(SHEET_TRADES.flatMap(({ fields }) => fields).map((field) => [field.id, field]))

/** Only what some trade asks, only choices it offers, each once; of a field with one choice the last said. */
export const keepAnswers = (answers: Sheet['answers']): Sheet['answers'] =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, chosen]) => {
      const field = FIELDS.get(id)
      if (!field) return []
      const known = [...new Set(chosen)].filter((choice) => field.choices.some((offered) => offered.id === choice))
      const kept = field.several ? known : known.slice(-1)
      return kept.length ? [[id, kept]] : []
    }),
  )
