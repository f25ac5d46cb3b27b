// In which ways does a rewriter spoil a post? Each kind puts one fault into a text; the guard has to see all of them.
import * as words from './mutations.data'

export type MutationPost = { id: string; text: string; dictionary: readonly string[]; facts: readonly string[] }
/** A number in [0, 1), the next of a seeded row. */
export type Random = () => number
/** `edit`: also wrong in a rep's own edit, where a greeting may come and an ornament may go. */
export type Mutation = {
  kind: string
  edit: boolean
  mutate: (text: string, post: MutationPost, random: Random) => string | null
}

/** mulberry32: the same seed gives the same row everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const pick = <T>(from: readonly T[], random: Random): T | undefined => from[Math.floor(random() * from.length)]

type Place = { at: number; word: string }

function places(text: string, pattern: RegExp): Place[] {
  return Array.from(text.matchAll(pattern), (match) => ({ at: match.index, word: match[0] }))
}

const put = (text: string, { at, word }: Place, instead: string) =>
  text.slice(0, at) + instead + text.slice(at + word.length)

/** Replaces one of the places by what `to` makes of it. */
const replaceOne =
  (pattern: RegExp, to: (word: string, random: Random) => string): Mutation['mutate'] =>
  (text, _post, random) => {
    const place = pick(places(text, pattern), random)
    if (place === undefined) return null
    const changed = put(text, place, to(place.word, random))
    return changed === text ? null : changed
  }

const swapOne =
  (swaps: readonly (readonly [string, readonly string[]])[]): Mutation['mutate'] =>
  (text, _post, random) => {
    const fitting = swaps.filter(([from]) => text.includes(from))
    const swap = pick(fitting, random)
    const to = swap === undefined ? undefined : pick(swap[1], random)
    if (swap === undefined || to === undefined) return null
    const at = pick(places(text, new RegExp(escapePattern(swap[0]), 'g')), random)
    return at === undefined ? null : put(text, at, to)
  }

const escapePattern = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A unit is one only behind a number. */
const swapUnit: Mutation['mutate'] = (text, _post, random) => {
  const fitting = words.UNIT_SWAPS.flatMap(([from, to]) =>
    places(text, new RegExp(`[0-9]${escapePattern(from)}(?![a-zA-Z])`, 'g')).map((place) => ({ place, from, to })),
  )
  const chosen = pick(fitting, random)
  const to = chosen === undefined ? undefined : pick(chosen.to, random)
  if (chosen === undefined || to === undefined) return null
  return put(text, chosen.place, chosen.place.word.replace(chosen.from, to))
}

const sentences = (text: string) => text.match(/[^。！？\n]+[。！？\n]*/g) ?? []

/** Where a sentence or clause ends in the text's body, so that what is put in stands on its own. */
const addSentence =
  (options: readonly string[]): Mutation['mutate'] =>
  (text, _post, random) => {
    const added = pick(options, random)
    const place = pick(places(text, /[。！？]/g), random)
    return added === undefined || place === undefined ? null : put(text, place, `${place.word}${added}`)
  }

/** Slips a word before something that the post says. */
const slipBefore =
  (pattern: RegExp, options: readonly string[]): Mutation['mutate'] =>
  (text, _post, random) => {
    const place = pick(places(text, pattern), random)
    const added = pick(options, random)
    return place === undefined || added === undefined ? null : put(text, place, added + place.word)
  }

/** Takes a clause out that has what the pattern asks for. */
const dropClause =
  (pattern: RegExp): Mutation['mutate'] =>
  (text, _post, random) => {
    const place = pick(
      places(text, /[^，。！？～；\n]+[，。！？～；]/g).filter(({ word }) => pattern.test(word)),
      random,
    )
    return place === undefined ? null : put(text, place, '')
  }

const digit = (random: Random, not: string) => {
  const others = '123456789'.replace(not, '')
  return pick(others.split(''), random) ?? '1'
}

const changeDigit = (word: string, random: Random) => {
  const at = Math.floor(random() * word.length)
  return word.slice(0, at) + digit(random, word.charAt(at)) + word.slice(at + 1)
}

const HAN_DIGITS = '零一二三四五六七八九'
const toHan = (word: string) => word.replace(/[0-9]/g, (unit) => HAN_DIGITS.charAt(Number(unit)))
const toWide = (word: string) => word.replace(/[0-9]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0))

/** Two different words of the same kind trade places. */
const tradePlaces =
  (pattern: RegExp): Mutation['mutate'] =>
  (text, _post, random) => {
    const all = places(text, pattern)
    const one = pick(all, random)
    const other = pick(
      all.filter(({ word }) => word !== one?.word),
      random,
    )
    if (one === undefined || other === undefined) return null
    const [first, second] = one.at < other.at ? [one, other] : [other, one]
    return put(put(text, second, first.word), first, second.word)
  }

const onWord =
  (change: (word: string, random: Random) => string | null): Mutation['mutate'] =>
  (text, post, random) => {
    const word = pick(
      post.dictionary.filter((each) => text.includes(each)),
      random,
    )
    const to = word === undefined ? null : change(word, random)
    return word === undefined || to === null ? null : text.replace(word, to)
  }

const toTraditional =
  (most: number): Mutation['mutate'] =>
  (text) => {
    let left = most
    let changed = ''
    for (const unit of text) {
      const form =
        left > 0 ? words.TRADITIONAL_FORMS.find(([simple, full]) => simple === unit && full !== unit) : undefined
      if (form !== undefined) left -= 1
      changed += form?.[1] ?? unit
    }
    return changed === text ? null : changed
  }

const wrap =
  (make: (text: string) => string): Mutation['mutate'] =>
  (text) =>
    make(text)

const NUMBER = /[0-9]+(?:\.[0-9]+)?/g

const numbers: Mutation[] = [
  { kind: 'a digit changed', edit: true, mutate: replaceOne(NUMBER, changeDigit) },
  { kind: 'a digit added', edit: true, mutate: replaceOne(NUMBER, (word) => `${word}0`) },
  { kind: 'a number lost', edit: true, mutate: replaceOne(NUMBER, () => '') },
  { kind: 'two numbers traded', edit: true, mutate: tradePlaces(NUMBER) },
  { kind: 'digits in full width', edit: true, mutate: replaceOne(NUMBER, toWide) },
  { kind: 'digits in Chinese', edit: true, mutate: replaceOne(NUMBER, toHan) },
  { kind: 'decimal point lost', edit: true, mutate: replaceOne(/[0-9]+\.[0-9]+/g, (word) => word.replace('.', '')) },
  {
    kind: 'Chinese numeral changed',
    edit: true,
    mutate: replaceOne(/[二两三四五六](?=[代个只张盒杯瓶周点人])/g, (word) => (word === '三' ? '五' : '三')),
  },
  { kind: 'unit changed', edit: true, mutate: swapUnit },
  {
    kind: 'discount changed',
    edit: true,
    mutate: replaceOne(/半价|[0-9一二三四五六七八九]折/g, (word) => (word === '半价' ? '八折' : '半价')),
  },
  {
    kind: 'percent and discount mixed',
    edit: true,
    mutate: replaceOne(/[0-9]+%|[0-9]折/g, (word) =>
      word.endsWith('%') ? word.replace('%', '折') : word.replace('折', '%'),
    ),
  },
  { kind: 'range widened', edit: true, mutate: replaceOne(/[0-9]-[0-9]+/g, (word) => word.replace('-', '-1')) },
  { kind: 'range opened', edit: true, mutate: replaceOne(/[0-9]+-[0-9]+/g, (word) => word.replace(/-[0-9]+/, '')) },
  { kind: 'price named by another role', edit: true, mutate: swapOne(words.ROLE_SWAPS) },
  {
    kind: 'currency changed',
    edit: true,
    mutate: replaceOne(/¥(?=[0-9])|元(?![气宵])/g, (word) => (word === '¥' ? '$' : '美元')),
  },
  { kind: 'date changed', edit: true, mutate: replaceOne(/[0-9]+(?=[月日])/g, changeDigit) },
  { kind: 'time of day changed', edit: true, mutate: replaceOne(/[0-9]{1,2}(?=:[0-9]{2})/g, changeDigit) },
  {
    kind: 'ordinal changed',
    edit: true,
    mutate: replaceOne(/第[一二三]|[0-9](?=代)/g, (word) =>
      word.startsWith('第') ? (word === '第二' ? '第三' : '第二') : '4',
    ),
  },
  {
    kind: '起 or 仅 or 约 lost or added',
    edit: true,
    mutate: replaceOne(/[0-9.]+元起|[0-9]+元(?!起)/g, (word) =>
      word.endsWith('起') ? word.slice(0, -1) : `${word}起`,
    ),
  },
]

const names: Mutation[] = [
  { kind: 'name lost', edit: true, mutate: onWord(() => '') },
  {
    kind: 'name misspelt',
    edit: true,
    mutate: onWord((word) => `${word.slice(0, -1)}${word.endsWith('液') ? '露' : '液'}`),
  },
  { kind: 'name shortened', edit: true, mutate: onWord((word) => (word.length < 3 ? null : word.slice(1))) },
  {
    kind: 'name made generic',
    edit: true,
    mutate: onWord((_, random) => pick(['本品', '这款', '它'], random) ?? '它'),
  },
  {
    kind: 'names traded',
    edit: true,
    mutate: (text, post) => {
      const [one = '', other = ''] = post.dictionary
      if (!text.includes(one) || !text.includes(other) || one === '' || other === '') return null
      return text.replace(one, '\u0000').replace(other, one).replace('\u0000', other)
    },
  },
  {
    kind: 'another brand',
    edit: true,
    mutate: onWord((_, random) => pick(['兰蔻', '小米', '安踏', '海尔', 'Nike'], random) ?? '小米'),
  },
  { kind: 'material or ingredient swapped', edit: true, mutate: swapOne(words.MATERIAL_SWAPS) },
  { kind: 'place swapped', edit: true, mutate: swapOne(words.PLACE_SWAPS) },
  { kind: 'colour swapped', edit: true, mutate: swapOne(words.COLOUR_SWAPS) },
  { kind: 'people swapped', edit: true, mutate: swapOne(words.PEOPLE_SWAPS) },
  { kind: 'day or season swapped', edit: true, mutate: swapOne(words.TIME_SWAPS) },
  { kind: 'opposite', edit: true, mutate: swapOne(words.OPPOSITE_SWAPS) },
  {
    kind: 'Latin letters changed',
    edit: true,
    mutate: replaceOne(
      /[A-Z]{2,}|[0-9]+K|XXL|L(?=[0-9])/g,
      (word) => `${word.slice(0, -1)}${word.endsWith('X') ? 'Y' : 'X'}`,
    ),
  },
  {
    kind: 'link changed',
    edit: true,
    mutate: replaceOne(/https?:\/\/\S+/g, (word) => word.replace(/.$/, (last) => (last === '9' ? '8' : '9'))),
  },
  { kind: 'hashtag changed', edit: true, mutate: replaceOne(/#[^#\n]+#/g, (word) => word.replace(/.#$/, '#')) },
  {
    kind: 'phone changed',
    edit: true,
    mutate: replaceOne(/[0-9]{3,4}-[0-9 ]{7,}/g, (word) => word.replace(/.$/, (last) => (last === '1' ? '2' : '1'))),
  },
  { kind: 'bracket changed', edit: true, mutate: replaceOne(/[【「“][^】」”]+[】」”]/g, (word) => word.slice(1, -1)) },
  {
    kind: 'a listed fact lost',
    edit: true,
    mutate: (text, post, random) => {
      const fact = pick(
        post.facts.filter((each) => text.includes(each)),
        random,
      )
      return fact === undefined ? null : text.replace(fact, '')
    },
  },
]

const meaning: Mutation[] = [
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

const forms: Mutation[] = [
  { kind: 'leak: opening of a machine', edit: true, mutate: wrap((text) => `好的，以下是改写后的文案：${text}`) },
  { kind: 'leak: agreeable opening', edit: true, mutate: wrap((text) => `当然！${text}`) },
  { kind: 'leak: says what it is', edit: true, mutate: wrap((text) => `${text}（作为AI语言模型，我已保留全部信息）`) },
  { kind: 'leak: numbered versions', edit: true, mutate: wrap((text) => `版本1：${text}`) },
  { kind: 'leak: a mask left', edit: true, mutate: replaceOne(/[0-9.]+[元%]/g, () => '⟦1⟧') },
  { kind: 'leak: markdown', edit: true, mutate: wrap((text) => `**${text.slice(0, 6)}**${text.slice(6)}`) },
  { kind: 'leak: JSON', edit: true, mutate: wrap((text) => `{"text":"${text}"}`) },
  { kind: 'leak: English', edit: true, mutate: wrap((text) => `Here is the rewritten sentence: ${text}`) },
  {
    kind: 'leak: closing of a machine',
    edit: true,
    mutate: wrap((text) => `${text}\n希望对您有帮助，如需修改请告诉我。`),
  },
  { kind: 'leak: quotes around', edit: true, mutate: wrap((text) => `"${text}"`) },
  { kind: 'leak: own prompt', edit: true, mutate: wrap((text) => `${text}\n要求：保持语气亲切，字数不超过150字`) },
  { kind: 'all in traditional characters', edit: true, mutate: toTraditional(1_000) },
  { kind: 'one traditional character', edit: true, mutate: toTraditional(1) },
  {
    kind: 'other language',
    edit: true,
    mutate: (text) => text.replace(/[^。！？]+[。！？]/, 'Don’t miss this great offer! '),
  },
  { kind: 'kana slipped in', edit: true, mutate: replaceOne(/的/g, () => 'の') },
  { kind: 'spam of emoji', edit: true, mutate: wrap((text) => `${text}🔥🔥🔥🔥🔥🔥🔥🔥`) },
  { kind: 'spam of marks', edit: true, mutate: replaceOne(/[。！]/g, () => '！！！！！') },
  {
    kind: 'cut off',
    edit: true,
    mutate: (text, _post, random) => {
      const clause = pick(places(text, /[\u4e00-\u9fff]{5,}(?=[，。！？～])/g).slice(-4), random)
      return clause === undefined
        ? null
        : text.slice(0, clause.at + 2 + Math.floor(random() * (clause.word.length - 3)))
    },
  },
  { kind: 'cut in half', edit: true, mutate: (text) => text.slice(0, Math.floor(text.length / 2)) },
  {
    kind: 'sentence twice',
    edit: true,
    mutate: (text, _post, random) => {
      const sentence = pick(
        sentences(text).filter((each) => each.trim().length > 7),
        random,
      )
      return sentence === undefined ? null : text.replace(sentence, sentence + sentence)
    },
  },
  { kind: 'text twice', edit: true, mutate: (text) => `${text}\n${text}` },
  {
    kind: 'sentence dropped',
    edit: false,
    mutate: (text, _post, random) => {
      const all = sentences(text).filter((each) => each.replace(/[^\u4e00-\u9fff]/g, '').length > 4)
      const sentence = all.length < 2 ? undefined : pick(all, random)
      return sentence === undefined ? null : text.replace(sentence, '')
    },
  },
  {
    kind: 'sentence with a number dropped',
    edit: true,
    mutate: (text, _post, random) => {
      const sentence = pick(
        sentences(text).filter((each) => /[0-9]/.test(each)),
        random,
      )
      return sentence === undefined ? null : text.replace(sentence, '')
    },
  },
  {
    kind: 'sentences reordered',
    edit: true,
    mutate: (text, _post, random) => {
      const withNumber = sentences(text).filter((each) => /[0-9]/.test(each))
      const one = pick(withNumber, random)
      const other = pick(
        withNumber.filter((each) => each !== one),
        random,
      )
      if (one === undefined || other === undefined) return null
      return text.replace(one, '\u0000').replace(other, one).replace('\u0000', other)
    },
  },
  {
    kind: 'padded with chatter',
    edit: false,
    mutate: addSentence(['生活需要一点仪式感，愿每一个平凡的日子都闪闪发光，遇见更好的自己。']),
  },
  {
    kind: 'legal tail lost',
    edit: true,
    mutate: (text) => (/\n[*本]/.test(text) ? text.replace(/\n[*本][^\n]*$/, '') : null),
  },
  {
    kind: 'legal tail reworded',
    edit: true,
    mutate: (text) =>
      /\n[*本]/.test(text) ? text.replace('最终解释权', '解释权').replace('不能代替', '不可替代') : null,
  },
  {
    kind: 'legal tail moved up',
    edit: true,
    mutate: (text) => (/\n[*本]/.test(text) ? text.replace(/^([\s\S]*)\n([^\n]+)$/, '$2\n$1') : null),
  },
  { kind: 'empty', edit: true, mutate: () => '' },
  {
    kind: 'another post',
    edit: true,
    mutate: (_text, post) => (post.id.endsWith('1') ? null : '春日新品上架，欢迎来店里看看，现场有惊喜等着你～'),
  },
]

export const mutations: readonly Mutation[] = [...numbers, ...names, ...meaning, ...forms]

export type Mutant = { kind: string; edit: boolean; post: MutationPost; text: string }

/** Up to `draws` different faults of each kind in each post. */
export function mutants(posts: readonly MutationPost[], draws: number, seed: number): Mutant[] {
  const made: Mutant[] = []
  posts.forEach((post, order) => {
    mutations.forEach(({ kind, edit, mutate }, index) => {
      const random = seededRandom(seed + index * 1_009 + order * 7_919)
      const seen = new Set([post.text])
      for (let draw = 0; draw < draws; draw += 1) {
        const text = mutate(post.text, post, random)
        if (text === null || seen.has(text)) continue
        seen.add(text)
        made.push({ kind, edit, post, text })
      }
    })
  })
  return made
}
