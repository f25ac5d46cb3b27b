// In which ways does a rewriter say more, less or something else than the author?
import { addSentence, dropClause, type Mutation, replaceOne, slipBefore, swapOne } from './mutate'
import * as words from './mutations.data'

export const meaning: Mutation[] = [
  { kind: 'negation lost', edit: true, mutate: replaceOne(/不(?=[加闷占怕油舒满排用酸能])|没(?=选)/g, () => '') },
  {
    kind: 'negation brought in',
    edit: true,
    mutate: slipBefore(/(?:支持|适合|享|通过|包邮|吸收|保暖|喜欢|舒服|合适|安心)/g, ['不', '没', '不怎么']),
  },
  { kind: 'negation doubled', edit: true, mutate: replaceOne(/不(?=[加闷占怕油满酸能])/g, () => '不得不') },
  { kind: 'condition changed', edit: true, mutate: swapOne(words.CONDITION_SWAPS) },
  {
    kind: 'condition dropped',
    edit: true,
    mutate: replaceOne(
      /到店(?=只要|试穿|用餐)|会员日|以旧换新|补贴后|满3人|(?<=七夕)前|第二杯(?=半)|两盒起|小程序(?=下单)|套装(?=购买)|买正装|先到先得|数量有限，|最高(?=补贴)|定金/g,
      () => '',
    ),
  },
  {
    kind: 'condition added',
    edit: true,
    mutate: addSentence(['仅限新客。', '每人限购一件。', '需提前预约。', '会员专享。', '满200元可用。', '限前100名。']),
  },
  {
    kind: 'gift added',
    edit: true,
    mutate: addSentence(['还送小礼品一份。', '下单就送帆布袋。', '再赠试用装。', '加送运费险。']),
  },
  { kind: 'gift lost', edit: true, mutate: dropClause(/送价值|赠送|送枕套|装送|免费/) },
  { kind: 'may becomes must', edit: true, mutate: swapOne(words.CERTAINTY_SWAPS) },
  { kind: 'sure becomes doubtful', edit: true, mutate: swapOne(words.DOUBT_SWAPS) },
  {
    kind: 'superlative added',
    edit: true,
    mutate: addSentence([
      '全网最低价！',
      '效果最好的一款。',
      '行业第一。',
      '国家级品质。',
      '顶级配置。',
      '独一无二，全国唯一。',
    ]),
  },
  {
    kind: 'superlative slipped in',
    edit: true,
    mutate: slipBefore(/舒服|方便|好看|吸收|保暖|新鲜|清爽|合适|透气|安心/g, ['最', '百分百', '绝对']),
  },
  {
    kind: 'claim strengthened',
    edit: true,
    mutate: slipBefore(/大容量|大吸力|轻便|防撞|噪音低|能效|天然|显气质|透气|大牌/g, [
      '超',
      '全国领先的',
      '顶级',
      '极致',
    ]),
  },
  {
    kind: 'medical claim added',
    edit: true,
    mutate: addSentence([
      '能改善失眠。',
      '坚持用可以祛斑美白。',
      '还能缓解颈椎病。',
      '有助于降血糖。',
      '临床验证有效。',
      '抗敏消炎。',
    ]),
  },
  {
    kind: 'comparison added',
    edit: true,
    mutate: addSentence(['比别家便宜多了。', '完胜大牌。', '比专柜还划算。', '吊打同价位。']),
  },
  {
    kind: 'advice or warning lost',
    edit: true,
    mutate: replaceOne(/建议先在耳后试用|敏感肌建议|本品不能代替药物|建议/g, () => ''),
  },
  {
    kind: 'urgency invented',
    edit: true,
    mutate: addSentence([
      '仅剩3件！',
      '今天最后一天！',
      '马上就涨价了！',
      '手慢无！',
      '库存不多，快抢！',
      '错过再等一年！',
    ]),
  },
  {
    kind: 'forwarding induced',
    edit: true,
    mutate: addSentence([
      '转发朋友圈集20个赞免费领。',
      '转发给三个好友再减。',
      '拉好友助力砍一刀。',
      '分享到群里有惊喜。',
    ]),
  },
  {
    kind: 'who gives and who gets traded',
    edit: true,
    mutate: replaceOne(/我帮你|私信我|我来帮你|随时问我|戳我|给你|找我聊聊|发给你|和我说/g, (word) =>
      word.replace(/[我你]/g, (unit) => (unit === '我' ? '你' : '我')),
    ),
  },
  {
    kind: 'who pays added',
    edit: true,
    mutate: addSentence(['退货运费由买家承担。', '安装费自理。', '运费自付。', '退款需扣手续费。']),
  },
  {
    kind: 'fact invented: number',
    edit: true,
    mutate: addSentence(['已售10000件。', '只要9块9。', '全店5折。', '销量突破三万。', '买2送1。']),
  },
  {
    kind: 'fact invented: place, colour, maker',
    edit: true,
    mutate: addSentence([
      '北京三里屯店同步发售。',
      '还有玫瑰粉可选。',
      '日本进口原料。',
      '德国工艺。',
      '真皮材质。',
      '采用进口实木。',
    ]),
  },
  {
    kind: 'contact invented',
    edit: true,
    mutate: addSentence([
      '加微信abc12345。',
      '加V：shop888。',
      '电话13800138000。',
      '详见www.abc.com。',
      '扫码进群。',
      '加我微信领。',
    ]),
  },
  {
    kind: 'quantity word slipped in',
    edit: true,
    mutate: slipBefore(/[0-9]+(?:元|人|年|天|分钟|g|kg)/g, ['约', '不到', '超过', '近', '至少', '不足']),
  },
]
