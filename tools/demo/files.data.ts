// What the demo's reps keep of their contacts: how they stand, what was noted, bought and promised, which days matter. All invented.
import type { Relation, Source, Value } from '@shared/domain/sheet'

/** Days count from today: back for what happened, ahead for what is due. */
export type DemoFile = {
  repUsername: string
  remark: string
  source: readonly [Source, note?: string]
  relation: Relation
  value: Value
  cadenceDays?: number
  quiet?: true // she asked to be left alone
  answers?: Record<string, string[]>
  notes?: readonly (readonly [
    kind: 'note' | 'words' | 'moment' | 'meeting' | 'consultation' | 'delight',
    daysAgo: number,
    text: string,
  ])[]
  purchases?: readonly (readonly [product: string, daysAgo: number, cycleDays: number | null, yuan: number])[]
  promises?: readonly (readonly [text: string, dueIn: number, keptDaysAgo?: number])[]
  /** by the sun so many days from today; or by the moon, in its month and day */
  occasions?: readonly (readonly [
    kind: 'birthday' | 'anniversary' | 'family' | 'other',
    name: string,
    on: { inDays: number } | { lunar: readonly [month: number, day: number] },
    leadDays: number,
  ])[]
}

export const demoFiles: readonly DemoFile[] = [
  {
    ...{ repUsername: 'xuwanqing', remark: '优优妈妈', source: ['store', '周末路过进来的'] },
    ...{ relation: 'expert', value: 'information', cadenceDays: 14 },
    answers: {
      stage: ['before-kindergarten'],
      topics: ['outings', 'skin', 'sleep'],
      buying: ['compares', 'quality'],
      decides: ['herself'],
      'informed-by': ['notes', 'friends'],
    },
    notes: [
      ['meeting', 24, '带家人来试了儿童餐椅，喜欢奶油白，量了餐桌高度'],
      ['note', 10, '说话先问依据，不喜欢被催'],
      ['words', 3, '换季脸上总起皮，面霜用哪种好？'],
    ],
    purchases: [['儿童面霜', 38, 40, 129]],
    promises: [
      ['发一份防晒怎么挑的对比表', -2],
      ['到新色了给她留一个', 6],
    ],
    occasions: [['birthday', '她的生日', { inDays: 4 }, 7]],
  },
  {
    ...{ repUsername: 'xuwanqing', remark: '三楼王姐', source: ['referral', '孙阿姨介绍'] },
    ...{ relation: 'model', value: 'company' },
    answers: {
      life: ['empty-nest'],
      cares: ['practical', 'service'],
      decides: ['together'],
      'informed-by': ['moments'],
    },
    notes: [
      ['meeting', 52, '来店里聊了半小时，说最近睡得浅'],
      ['delight', 30, '她过节送了店里一盒点心，回了一张手写卡'],
      ['words', 1, '我们想换房，正在看电梯房，家里东西得重新收拾'],
    ],
    purchases: [['修护精华', 55, 60, 469]],
    promises: [['帮她问精华的小样还有没有', 0]],
    occasions: [['family', '家里老人的寿辰', { lunar: [12, 8] }, 7]],
  },
  {
    ...{ repUsername: 'xuwanqing', remark: '糖糖妈（上次买过安全座椅）', source: ['event', '亲子出行日'] },
    ...{ relation: 'service', value: 'benefit' },
    answers: {
      stage: ['before-school'],
      topics: ['safety', 'outings'],
      buying: ['price', 'stock-up'],
      decides: ['partner'],
    },
    notes: [
      ['consultation', 21, '问座椅怎么装更稳，拍了后排给我看'],
      ['note', 20, '送货要送到地下车库，别按门铃'],
    ],
    purchases: [
      ['安全座椅', 27, null, 1_899],
      ['婴儿湿巾箱装', 26, 28, 99],
    ],
    promises: [['寄一份安装视频', -12, 11]],
    occasions: [['anniversary', '结婚纪念日', { inDays: 40 }, 7]],
  },
  {
    ...{ repUsername: 'chenmo', remark: '安安外婆', source: ['store'], relation: 'service', value: 'company' },
    answers: { life: ['retired'], decides: ['elders'], 'informed-by': ['store', 'doctor'], 'comes-by': ['store'] },
    notes: [
      ['meeting', 12, '看不清小字，配料表念给她听，她记在本子上'],
      ['note', 11, '打电话比发微信好'],
    ],
    purchases: [['低糖燕麦', 33, 35, 68]],
    promises: [['把配料表放大打一份给她', 1]],
    occasions: [['birthday', '外婆生日', { lunar: [11, 15] }, 5]],
  },
  {
    ...{ repUsername: 'chenmo', remark: '小周 问过安全座椅，要再比比另一款', source: ['moments'] },
    ...{ relation: 'expert', value: 'information', cadenceDays: 21 },
    answers: { stage: ['expecting'], topics: ['safety', 'sleep'], buying: ['compares', 'tries-first'] },
    notes: [
      ['consultation', 9, '两款座椅的侧撞数据讲了一遍，她要回去和先生商量'],
      ['words', 8, '那款能不能先试装一下？'],
    ],
    promises: [['问好试装时间告诉她', 2]],
  },
  {
    ...{ repUsername: 'ouyangshihan', remark: '赵工', source: ['referral'], relation: 'expert', value: 'information' },
    answers: { life: ['couple'], cares: ['practical', 'saving'], decides: ['together'] },
    notes: [['meeting', 31, '带着户型图来的，厨房只留了六十公分']],
    purchases: [['净水器滤芯', 172, 180, 358]],
    promises: [['滤芯到货提醒他', 5]],
  },
  {
    ...{
      repUsername: 'ouyangshihan',
      remark: '孙阿姨',
      source: ['store', '老顾客'],
      relation: 'model',
      value: 'company',
    },
    answers: { life: ['retired'], cares: ['looks', 'service'], 'informed-by': ['friends'] },
    notes: [
      ['delight', 15, '她介绍的姐妹来了，留了两份小样谢她'],
      ['note', 5, '舞蹈队下个月有演出，想找一对耳夹'],
    ],
    purchases: [['保湿面霜', 47, 50, 239]],
    occasions: [['other', '舞蹈队演出', { inDays: 25 }, 10]],
  },
  {
    ...{
      repUsername: 'luxiaoman',
      remark: '豆豆爸',
      source: ['group', '小区群'],
      relation: 'service',
      value: 'benefit',
    },
    answers: { stage: ['toddling'], helpers: ['partner'], decides: ['partner'], buying: ['price', 'as-needed'] },
    notes: [['note', 7, '都是晚上九点后回消息']],
    purchases: [['纸尿裤箱装', 19, 20, 189]],
  },
  {
    ...{
      repUsername: 'luxiaoman',
      remark: '林林妈妈 二胎',
      source: ['parcel-card'],
      relation: 'expert',
      value: 'information',
    },
    answers: { stage: ['newborn', 'school'], topics: ['feeding', 'recovery'], feeding: ['mixed'], helpers: ['elders'] },
    quiet: true,
    notes: [
      ['meeting', 40, '月嫂在，聊了十分钟，她很累'],
      ['note', 6, '说最近先别发消息，缓一缓'],
    ],
    purchases: [['妈妈护理包', 41, null, 269]],
  },
  {
    ...{ repUsername: 'shenyuting', remark: '周姐 做美甲的', source: ['store'], relation: 'expert', value: 'benefit' },
    answers: { cares: ['looks', 'price'], 'buys-for': ['herself'], buying: ['stock-up'] },
    notes: [['meeting', 17, '手干得厉害，试了两款护手霜']],
    purchases: [['护手霜三支装', 29, 30, 99]],
    promises: [['给她店里留十支小样', 3]],
    occasions: [['anniversary', '她的店开业周年', { inDays: 12 }, 7]],
  },
  {
    ...{
      repUsername: 'shenyuting',
      remark: '皮肤容易红的小田',
      source: ['moments'],
      relation: 'expert',
      value: 'information',
    },
    answers: { cares: ['health'], buying: ['tries-first', 'compares'] },
    notes: [
      ['consultation', 14, '拍了两颊泛红的照片，建议先停酸类，只留保湿'],
      ['words', 6, '停了一周好多了，可以加回来吗？'],
    ],
    promises: [['下周问她脸上还红不红', -1]],
  },
  {
    ...{ repUsername: 'zhouzhiyuan', remark: '会计唐姐', source: ['store'], relation: 'service', value: 'benefit' },
    answers: { life: ['with-children'], cares: ['saving', 'price'], decides: ['herself'] },
    notes: [['note', 22, '月初最忙，下旬联系']],
    purchases: [['加湿器', 60, null, 399]],
    promises: [['加湿器滤网到货叫她', 9]],
  },
  {
    ...{ repUsername: 'zhouzhiyuan', remark: '读书会的蒋老师，问得细，喜欢看数据' },
    ...{ source: ['event', '读书会'], relation: 'expert', value: 'information', cadenceDays: 10 },
    answers: { life: ['couple'], cares: ['health'], buying: ['compares'] },
    notes: [['meeting', 13, '要了三份检测报告，看得很仔细']],
    promises: [['把噪音测试的原始数据发给他', 4]],
  },
  {
    ...{ repUsername: 'hejiaqi', remark: '跑步的老顾', source: ['group', '跑团'], relation: 'model', value: 'company' },
    answers: { life: ['empty-nest'], cares: ['health'] },
    notes: [['delight', 18, '半马完赛，送了一条速干毛巾']],
    purchases: [['能量胶一盒', 26, 28, 118]],
  },
  {
    ...{ repUsername: 'hejiaqi', remark: '马拉松群主老魏', source: ['group'], relation: 'model', value: 'information' },
    answers: { cares: ['practical'], 'informed-by': ['groups', 'video'] },
    notes: [['note', 9, '群里他说话管用，鞋先给他试']],
    purchases: [['跑鞋', 118, 120, 699]],
    occasions: [['other', '城市马拉松', { inDays: 18 }, 14]],
  },
  {
    ...{
      repUsername: 'tangruoxi',
      remark: '六楼养两只猫的夏小姐',
      source: ['store'],
      relation: 'expert',
      value: 'information',
    },
    answers: { life: ['single'], cares: ['saving', 'practical'], 'buys-for': ['herself'] },
    notes: [
      ['consultation', 20, '地毯上的毛，示范了两种吸头'],
      ['words', 4, '有没有对猫安全的清洁剂？'],
    ],
    purchases: [['吸尘器滤网', 85, 90, 79]],
    promises: [['查清洁剂成分对猫安不安全', 0]],
  },
  {
    ...{
      repUsername: 'tangruoxi',
      remark: '装修中的卢先生（要带尺寸来）',
      source: ['store'],
      relation: 'service',
      value: 'benefit',
    },
    answers: { life: ['couple'], cares: ['practical', 'price'], decides: ['together'] },
    notes: [['meeting', 8, '只带了一半尺寸，约了下周末再来']],
    occasions: [['other', '搬新家', { inDays: 33 }, 10]],
  },
  {
    ...{ repUsername: 'gaoyifan', remark: '米粒妈', source: ['referral'], relation: 'service', value: 'company' },
    answers: { stage: ['first-foods'], topics: ['feeding', 'allergy'], view: ['experience'], decides: ['herself'] },
    notes: [['meeting', 16, '说鸡蛋过敏，零食要看清楚']],
    purchases: [['磨牙饼干两盒', 20, 21, 58]],
  },
  {
    ...{ repUsername: 'gaoyifan', remark: '万阿姨', source: ['moments'], relation: 'model', value: 'company' },
    answers: { life: ['retired'], cares: ['price', 'health'] },
    notes: [['note', 3, '周四买菜路过，最有空']],
    occasions: [['birthday', '阿姨生日', { lunar: [10, 20] }, 5]],
  },
  {
    ...{ repUsername: 'jiangxinyi', remark: '同事老婆静静', source: ['referral'], relation: 'model', value: 'benefit' },
    answers: { life: ['couple'], cares: ['looks'], buying: ['tries-first'] },
    notes: [['note', 12, '只喝无糖，喜欢茉莉']],
    purchases: [['冷萃茶包', 29, 30, 89]],
  },
  {
    ...{
      repUsername: 'jiangxinyi',
      remark: '冯姐（每周五带一家人来）',
      source: ['store'],
      relation: 'service',
      value: 'company',
    },
    answers: { life: ['with-children'], decides: ['herself'], 'comes-by': ['store'] },
    notes: [
      ['meeting', 9, '一家五口，老人要软一点的菜'],
      ['delight', 9, '送了一份蒸蛋，老人很高兴'],
    ],
    promises: [['周五留靠窗的大桌', 2]],
    occasions: [['family', '老人寿宴', { lunar: [12, 20] }, 10]],
  },
  {
    ...{ repUsername: 'weizihan', remark: '睡得浅的袁姐', source: ['store'], relation: 'expert', value: 'information' },
    answers: { life: ['couple'], cares: ['health', 'service'] },
    notes: [['consultation', 19, '枕头高度量过，建议先换枕芯']],
    purchases: [['枕芯', 18, null, 329]],
    promises: [['换枕芯两周后问她睡得怎样', -3]],
  },
  {
    ...{
      repUsername: 'weizihan',
      remark: '三十岁生日要送自己礼物的小宋',
      source: ['moments'],
      relation: 'model',
      value: 'benefit',
    },
    answers: { life: ['single'], cares: ['looks'], 'buys-for': ['herself'] },
    notes: [['words', 7, '想要一条细一点的项链，日常戴']],
    occasions: [['birthday', '她的生日', { inDays: 9 }, 10]],
  },
  {
    ...{ repUsername: 'songyue', remark: '杨杨妈妈', source: ['group'], relation: 'service', value: 'information' },
    answers: { stage: ['school'], topics: ['behaviour', 'outings'], helpers: ['herself'], decides: ['herself'] },
    notes: [['meeting', 28, '周末人多，站着聊了两句收纳']],
    purchases: [['洗衣凝珠', 40, 42, 79]],
  },
  {
    ...{ repUsername: 'songyue', remark: '夜班护士小余', source: ['referral'], relation: 'service', value: 'company' },
    answers: { life: ['single'], cares: ['saving', 'health'] },
    notes: [['note', 4, '下夜班上午十点后别打电话']],
    promises: [['眼罩补货了告诉她', 1]],
  },
]
