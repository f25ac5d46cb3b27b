// What did the demo's shops sell, to whom, and what did it take? Money in 元 here; days count back from today. All invented.
import type { DealKind, ProductUse } from '@shared/domain/deal'
import type { CostKind } from '@shared/domain/profit'

export type DemoProduct = {
  id: string
  name: string
  use: ProductUse
  theirs: boolean
  yuan: number
  costYuan: number | null
  cycleDays: number | null
}

const row = (
  id: string,
  name: string,
  [yuan, costYuan]: readonly [number, number | null],
  cycleDays: number | null,
  more: { use?: ProductUse; theirs?: boolean } = {},
): DemoProduct => ({ id, name, use: more.use ?? 'goods', theirs: more.theirs ?? false, yuan, costYuan, cycleDays })

export const demoProducts: readonly DemoProduct[] = [
  row('trial', '换季护肤体验装', [19.9, 12], null),
  row('serum', '修护精华', [469, 178], 60),
  row('cream', '保湿面霜', [239, 86], 50),
  row('kids-cream', '儿童面霜', [129, 48], 40),
  row('hand', '护手霜三支装', [99, 36], 30),
  row('wipes', '婴儿湿巾箱装', [99, 61], 28),
  row('diapers', '纸尿裤箱装', [189, 138], 20),
  row('seat', '安全座椅', [1_899, 1_240], null),
  row('mother', '妈妈护理包', [269, 120], null),
  row('oats', '低糖燕麦', [68, 37], 35),
  row('filter', '净水器滤芯', [358, 190], 180),
  row('humid', '加湿器', [399, 236], null),
  row('gel', '能量胶一盒', [118, 64], 28),
  row('shoes', '跑鞋', [699, 370], 120),
  row('mesh', '吸尘器滤网', [79, 31], 90),
  row('biscuit', '磨牙饼干两盒', [58, 30], 21),
  row('tea', '冷萃茶包', [89, 38], 30),
  row('pillow', '枕芯', [329, 150], null),
  row('beads', '洗衣凝珠', [79, 42], 42),
  row('lessons', '护肤小课四节', [199, 24], null, { use: 'information' }),
  row('photo', '亲子摄影套餐', [599, 509], null, { theirs: true }),
  row('cleaning', '上门保洁四小时', [220, 190], 30, { theirs: true }),
  row('stock', '社区代卖首批货', [2_600, 1_980], null, { use: 'partner' }),
]

/** note: which purchase in her notes (files.data.ts) this is. */
export type DemoDeal = {
  id: string
  remark: string | null
  kind: DealKind
  daysAgo: number
  items: readonly (readonly [product: string, qty: number])[]
  note?: number
}

const deal = (
  id: string,
  remark: string | null,
  [kind, daysAgo]: readonly [DealKind, number],
  items: DemoDeal['items'],
  note?: number,
): DemoDeal => ({ id, remark, kind, daysAgo, items, ...(note !== undefined && { note }) })

/** Of 许婉清: what brings people in at 19.9, what they stay for, and what is due again about now. */
export const demoDeals: readonly DemoDeal[] = [
  deal('w1', '三楼王姐', ['first', 152], [['trial', 1]]),
  deal('w2', '三楼王姐', ['cross-sale', 118], [['serum', 1]]),
  deal('w3', '三楼王姐', ['repurchase', 55], [['serum', 1]], 0),
  deal('w4', '三楼王姐', ['cross-sale', 20], [['cream', 2]]),
  deal('y1', '优优妈妈', ['first', 96], [['trial', 1]]),
  deal('y2', '优优妈妈', ['cross-sale', 78], [['kids-cream', 1]]),
  deal('y3', '优优妈妈', ['repurchase', 38], [['kids-cream', 1]], 0),
  deal('t1', '糖糖妈（上次买过安全座椅）', ['first', 27], [['seat', 1]], 0),
  deal('t2', '糖糖妈（上次买过安全座椅）', ['cross-sale', 26], [['wipes', 1]], 1),
  deal('q1', '钱阿姨', ['first', 130], [['trial', 1]]),
  deal('q2', '钱阿姨', ['cross-sale', 104], [['cream', 1]]),
  deal('q3', '钱阿姨', ['repurchase', 52], [['cream', 1]]),
  deal('q4', '钱阿姨', ['cross-sale', 18], [['hand', 2]]),
  deal('z1', '一小周老师', ['first', 88], [['trial', 1]]),
  deal('z2', '一小周老师', ['cross-sale', 84], [['serum', 1]]),
  deal('z3', '一小周老师', ['information', 40], [['lessons', 1]]),
  deal(
    'z4',
    '一小周老师',
    ['repurchase', 29],
    [
      ['serum', 2],
      ['cream', 1],
    ],
  ),
  deal('n1', '宁宁妈', ['first', 85], [['diapers', 2]]),
  deal('n2', '宁宁妈', ['repurchase', 63], [['diapers', 2]]),
  deal('n3', '宁宁妈', ['repurchase', 43], [['diapers', 2]]),
  deal('n4', '宁宁妈', ['repurchase', 22], [['diapers', 2]]),
  deal('n5', '宁宁妈', ['cross-sale', 4], [['kids-cream', 2]]),
  deal('g1', '果果妈', ['first', 60], [['wipes', 1]]),
  deal('g2', '果果妈', ['repurchase', 31], [['wipes', 2]]),
  deal('l1', '乐乐妈（二楼）', ['first', 45], [['trial', 1]]),
  deal('l2', '乐乐妈（二楼）', ['cross-sale', 20], [['kids-cream', 3]]),
  deal('h1', '何太 家委会', ['first', 35], [['photo', 1]]),
  deal('h2', '何太 家委会', ['cross-sale', 26], [['seat', 1]]),
  deal('k1', '瑜伽馆林姐', ['first', 70], [['serum', 1]]),
  deal('k2', '瑜伽馆林姐', ['repurchase', 12], [['serum', 1]]),
  deal('f1', '新搬来的方小姐', ['first', 17], [['trial', 1]]),
  deal('f2', '新搬来的方小姐', ['cross-sale', 5], [['serum', 1]]),
  deal('u1', '团购群主小鹿', ['first', 20], [['trial', 1]]),
  deal('u2', '团购群主小鹿', ['cross-sale', 11], [['wipes', 6]]),
  deal('m1', '美甲店小梅', ['first', 28], [['hand', 4]]),
  deal('p1', '裴老师', ['information', 33], [['lessons', 1]]),
  deal('p2', '裴老师', ['cross-sale', 21], [['serum', 1]]),
  deal('a1', '童装店阿彤', ['first', 62], [['trial', 1]]),
  deal('a2', '童装店阿彤', ['partner', 14], [['stock', 1]]),
  deal('b1', '白太', ['first', 13], [['trial', 1]]),
  deal('o1', '顾姐', ['first', 7], [['trial', 1]]),
  deal('o2', '顾姐', ['cross-sale', 3], [['kids-cream', 1]]),
  deal('x1', null, ['first', 6], [['cream', 1]]),
  deal('x2', null, ['first', 2], [['trial', 2]]),
]

export type DemoCost = {
  team: string
  kind: CostKind
  daysAgo: number
  yuan: number
  hours: number
  words: string
  sold?: readonly [deals: number, yuan: number]
}

const cost = (
  team: string,
  [kind, daysAgo]: readonly [CostKind, number],
  { yuan = 0, hours = 0, sold }: { yuan?: number; hours?: number; sold?: readonly [number, number] },
  words: string,
): DemoCost => ({ team, kind, daysAgo, yuan, hours, words, ...(sold && { sold }) })

export const demoCosts: readonly DemoCost[] = [
  cost('nuanyang', ['content', 3], { yuan: 180 }, '换季护肤一组照片'),
  cost('nuanyang', ['time', 3], { hours: 9 }, '写长文、回消息'),
  cost('nuanyang', ['goods', 8], { yuan: 96 }, '小样和手写卡'),
  cost('nuanyang', ['time', 12], { hours: 14 }, '上门装座椅、回访'),
  cost('nuanyang', ['content', 34], { yuan: 260 }, '上个月的视频'),
  cost('nuanyang', ['time', 36], { hours: 22 }, '上个月的沟通'),
  cost('yijia', ['content', 5], { yuan: 320 }, '羽绒服试穿拍摄'),
  cost('yijia', ['time', 5], { hours: 16 }, '拍摄和修图'),
  cost('yijia', ['ads', 9], { yuan: 600, sold: [3, 897] }, '附近推一周'),
  cost('yijia', ['time', 33], { hours: 18 }, '上个月的沟通'),
  cost('huxin', ['content', 4], { yuan: 150 }, '护肤问答图'),
  cost('huxin', ['time', 6], { hours: 11 }, '一对一看肤'),
  cost('huxin', ['goods', 15], { yuan: 120 }, '护手霜小样'),
  cost('huxin', ['time', 35], { hours: 20 }, '上个月的沟通'),
  cost('yuanxing', ['ads', 7], { yuan: 500, sold: [2, 1_098] }, '跑团活动推广'),
  cost('yuanxing', ['time', 7], { hours: 13 }, '上门量尺寸、陪跑'),
  cost('yuanxing', ['other', 10], { yuan: 80 }, '活动饮水'),
  cost('jiangbei', ['content', 6], { yuan: 220 }, '聚餐探店照片'),
  cost('jiangbei', ['time', 6], { hours: 24 }, '店里接待和群里答疑'),
  cost('jiangbei', ['ads', 11], { yuan: 800, sold: [5, 745] }, '同城短视频'),
]

/** Orders of the till that no rep wrote down: to whom they went is not known. */
export const demoTillOrders: readonly {
  rep: string
  daysAgo: number
  product: string
  qty: number
  yuan: number
}[] = [
  { rep: 'xuwanqing', daysAgo: 5, product: '保湿面霜', qty: 1, yuan: 239 },
  { rep: 'chenmo', daysAgo: 7, product: '低糖燕麦', qty: 3, yuan: 204 },
  { rep: 'shenyuting', daysAgo: 3, product: '修护精华', qty: 1, yuan: 469 },
  { rep: 'hejiaqi', daysAgo: 6, product: '跑鞋', qty: 1, yuan: 699 },
  { rep: 'jiangxinyi', daysAgo: 4, product: '冷萃茶包', qty: 4, yuan: 356 },
  { rep: 'songyue', daysAgo: 9, product: '洗衣凝珠', qty: 2, yuan: 158 },
]

/** id: as in demoPassers. payName null: she has been asked and has not answered. */
export type DemoPartner = { id: string; remark: string; payName: string | null }
export const demoPartners: readonly DemoPartner[] = [
  { id: 'wang', remark: '三楼王姐', payName: '王秀兰' },
  { id: 'lin', remark: '瑜伽馆林姐', payName: '林薇' },
  { id: 'lu', remark: '团购群主小鹿', payName: null },
]
