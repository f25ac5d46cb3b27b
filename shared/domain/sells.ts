// Does a text sell? A price or an offer together with a way to get it or with terms, near each other.
// Asked for the 广告 mark (广告法 第十四条; 互联网广告管理办法 第九条): knowledge and experience that end in a way to buy are adverts.
import { foldText } from './advert/fold'

/** What a selling text is made of. */
export const SELLING_SIGNS = ['price', 'offer', 'way', 'terms'] as const
export type SellingSign = (typeof SELLING_SIGNS)[number]
/** `word`: as it stands in the text; `at`: UTF-16 offset. */
export type Sold = { sign: SellingSign; word: string; at: number }

const UNIT = '(?:/|每|一)?(?:月|年|晚|天|次|节|课|人|份|个|件|条|支|盒|瓶|袋|包|杯|斤|米|平|位|双|套|副|束|副|台)?'
// What somebody pays or paid in life is no offer: wages, rents, fines, subsidies, fares, savings.
const LIFE =
  '(?:工资|月薪|年薪|薪水|房租|月供|罚款?|罚了|个税|税|社保|医保|彩礼|红包|零花钱|压岁钱|存了?|存下|捐了?|捡到|丢了|借了?|欠|赚了?|挣了?|亏了?|预算|一共花了?|花了|花掉|花|省下?了?|车费|路费|油费|电费|水费|话费|学费要|门票|票价)[^，。！？\\n]{0,6}$'

const FINDS: Readonly<Record<SellingSign, RegExp>> = {
  price: new RegExp(
    `(?:[¥￥$]|nt\\$|hk\\$|rmb)\\s?[0-9][0-9,.]*|[0-9][0-9,.]{0,15}\\s?(?:元|块钱?|万元|万)(?!年|人|次|家|户|字|步|里|公里|多人|余人|个|粒|只|左右的?(?:人|粉丝))${UNIT}(?:起)?|(?:到手|团购|活动|会员|体验|套系|套餐|门店|店内|上新|首发|预售|秒杀|特惠|优惠|一口|盒|单)价`,
    'g',
  ),
  offer:
    /[0-9一二三四五六七八九]\.?[0-9]?折|半价|立减|直降|满[0-9]+(?:元|件|包|份)?[^，。！？\n]{0,4}(?:减|送|赠|抵|返)|买[一二三四五0-9]+[盒瓶件支袋杯包罐]?[^，。！？\n]{0,4}送|(?:第二|第2)[件杯份支][^，。！？\n]{0,3}(?:半价|免费|元)|送[^，。！？\n]{0,8}(?:一[张份个盒支条套包瓶枚]|两[张份个盒支条套包瓶枚]|礼盒|小样|赠品|体验装)|赠(?:送|品)|优惠券|代金券|折扣|特价|特卖|促销|秒杀|团购|拼团|优惠(?!政策)|补贴后|以旧换新|包邮|免(?:配送|安装|运)费|首单|试用装|买赠|换购|会员日|清仓|抵[0-9]+元|减[0-9]+元|返[0-9]+元|现金券|(?:次|月|季|年)卡(?:[0-9]|，)|(?:学费|费用|营费|套系)[：:为]?[0-9]/g,
  way: /下单|购买(?!力)|选购|订购|抢购|扫码|私信|私聊|戳我|亲戳|滴我|扣\s?1|接龙|链接|https?:|预约|报名|订位|留货|留一份|留着哦|登记|加(?:我)?微信|微信(?:加我|号)?[:：]?\s?[a-z0-9_-]{5,}|到店|来店|进店|门店|柜台|店里|本店|小程序|评论区|留言(?:给我|要|领)|联系我|电话|找我(?!们?(?:聊|说)?(?:天|心事))|到货|上新|现货|开团|发货|[0-9]{3,4}[- ][0-9]{3,4}[- ]?[0-9]{3,4}|地址[:：]|要的(?:留言|说|举手|找|喊|来)|想要的/g,
  terms:
    /活动(?:到|至|截止|时间|期间|仅)|截止|限时|限量|限购|先到先得|售完即止|送完即止|赠完即止|卖完即止|数量有限|名额(?:有限|不多)|解释权|无理由退|不退不?换|不支持退|质保|保修|包退|包赔|坏果|退款|退定金|定金|尾款|有效期?(?:至|到|内)?|每(?:人|单|位)限|仅限|前[0-9]+名|另收|不另收费|另计|试睡|试听|试喝|免费(?:试|体验|尝|量|上门|测量)|还剩[0-9]+个/g,
}

const LIFE_BEFORE = new RegExp(LIFE)
/** So near each other these belong together, in UTF-16 units of the folded text. */
const NEAR = 220

type Hit = Sold & { from: number }

const hitsOf = (sign: SellingSign, text: string): { from: number; to: number }[] => {
  const hits: { from: number; to: number }[] = []
  const find = FINDS[sign]
  find.lastIndex = 0
  for (let match = find.exec(text); match !== null; match = find.exec(text)) {
    const before = text.slice(Math.max(0, match.index - 14), match.index)
    if (sign !== 'price' || !LIFE_BEFORE.test(before))
      hits.push({ from: match.index, to: match.index + match[0].length })
  }
  return hits
}

const hitsIn = (original: string): Hit[] => {
  const { text, starts } = foldText(original)
  return SELLING_SIGNS.flatMap((sign) =>
    hitsOf(sign, text).map(({ from, to }): Hit => {
      const at = starts[from] ?? 0
      return { sign, from, at, word: original.slice(at, (starts[to - 1] ?? at) + 1) }
    }),
  )
}

/** A price with any other sign or another price; an offer with a way to get it. Terms and ways alone sell nothing. */
const isSelling = (hits: readonly Hit[]): boolean => {
  const signs = new Set(hits.map(({ sign }) => sign))
  if (signs.has('price')) return signs.size > 1 || hits.length > 1
  return signs.has('offer') && signs.has('way')
}

/** In reading order; of an article that says one word thousands of times only what is near is looked at. */
const nearAfter = (hits: readonly Hit[], nth: number): readonly Hit[] => {
  const last = (hits[nth]?.from ?? 0) + NEAR
  let end = nth + 1
  while (end < hits.length && (hits[end]?.from ?? 0) <= last) end += 1
  return hits.slice(nth, end)
}

/** The signs that make this text sell, in reading order; none where it does not. */
export const findSelling = (text: string): Sold[] => {
  const hits = hitsIn(text).sort((a, b) => a.from - b.from)
  for (let nth = 0; nth < hits.length; nth += 1) {
    const near = nearAfter(hits, nth)
    if (isSelling(near)) return near.map(({ sign, word, at }) => ({ sign, word, at }))
  }
  return []
}
