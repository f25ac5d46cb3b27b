// Does a text name a child's exact age, name or school? None of that is stored; stages and what products are for may be.

// No lookbehind here: phones before iOS 16.4 cannot read it, and this runs on them too.
import { findAll } from './find-all'

export type ChildFact = { at: number; word: string; kind: 'age' | 'name' | 'school' }

const ADULT_FROM = 18 // years
const CHILD_BORN_FROM = 2009 // who was born before is, or is about to be, an adult
const DIGITS = '零一二三四五六七八九'
/** Bounded, here and below: a run without end, begun anew at each of its characters, costs the square of a text. */
const NUMBER = '\\d{1,4}(?:\\.\\d)?|[零一二两三四五六七八九十百半]{1,12}'
const BREAK = /[，。！？；、,!?;\n…]/
const BREAKS = new RegExp(BREAK, 'g')

const CHILD =
  '宝宝|宝贝|孩子|小孩|小朋友|儿子|女儿|闺女|丫头|大宝|二宝|三宝|老大|老二|老三|老小|孙子|孙女|外孙|娃|小家伙|baby|kid|child|children|son|daughter'
const HAS_CHILD = new RegExp(CHILD, 'i')
/** Somebody's own child, whatever else the clause says of what a product is for. */
const OWN = /我家|她家|他家|俺家|家里|儿子|女儿|闺女|大宝|二宝|三宝|老大|老二|老三|孙子|孙女|外孙/
/** Years of these are nobody's childhood. */
const OTHER_AGED = /猫|狗|汪|喵|宠物|金毛|柯基|泰迪|店|品牌|公司|牌子|老字号/

/** What stands in the same clause before and after. */
type Around = { before: string; after: string }
const aroundOf = (text: string, from: number, to: number): Around => {
  const before = text.slice(0, from)
  const start = Math.max(...findAll(before, BREAKS).map(({ index }) => index + 1), 0)
  const after = text.slice(to)
  const end = after.search(BREAK)
  return { before: before.slice(start), after: end < 0 ? after : after.slice(0, end) }
}

/** null: no number at all, or a vague one: 三四, 两三. */
const numberOf = (word: string): number | null => {
  if (/^\d/.test(word)) return Number(word)
  if (word === '半') return 0.5
  const digit = (letter: string | undefined): number => (letter === '两' ? 2 : DIGITS.indexOf(letter ?? ''))
  if (word.includes('百')) return 100
  const ten = word.indexOf('十')
  if (ten >= 0) return Math.max(1, ten === 0 ? 1 : digit(word[ten - 1])) * 10 + Math.max(0, digit(word[ten + 1]))
  const plain = word.replace('半', '')
  return plain.length === 1 ? digit(plain) : null
}

/** 3-6岁 · 6到12个月 · 3岁到6岁: a range says for whom something is. */
const isRange = ({ before, after }: Around): boolean =>
  /[\d零一二两三四五六七八九十半](?:周?岁|个?月)?\s*[-~～—–至到]\s*$/.test(before) ||
  /^\s*[-~～—–至到]\s*[\d零一二两三四五六七八九十半]/.test(after)

const FITS = /(?:适合|适用于?|针对|面向|建议|推荐)\s*$/
const FOR =
  /^\s*(?:以上|以下|以内|以前|以后|之前|之后|起|内|前|后|\+|＋|款|码|段|版|装|组|可用|能用|适用|禁用|慎用|不宜)/
const FOR_CHILD = /^的?(?:宝宝|儿童|孩子|小孩)?(?:都|也|就)?(?:可以|可|能|适合|适用|禁用|慎用|不宜)/
const USED = /^用(?!过|了)/

/** What a product is for, or what is said of children in general. */
const isGeneral = (around: Around): boolean => {
  const { before, after } = around
  if (isRange(around) || FOR.test(after)) return true
  if (OWN.test(before)) return false
  return FITS.test(before) || FOR_CHILD.test(after) || (USED.test(after) && !HAS_CHILD.test(before))
}

/** How far apart two ages are, or how young somebody looks. */
const isDifference = (before: string): boolean =>
  /(?:年轻|显老|老了|差|相差|大|小)了?(?:有|是)?\s*$/.test(before) && !/(?:老大|老小|的)$/.test(before.trim())

const isOthersAge = ({ before }: Around): boolean => OTHER_AGED.test(before) && !HAS_CHILD.test(before)

type Rule = { kind: ChildFact['kind']; find: RegExp; is: (found: RegExpMatchArray, around: Around) => boolean }

const YEARS: Rule = {
  kind: 'age',
  find: new RegExp(`(${NUMBER})(?:个?半|多)?(?:周岁|岁)(?:半|多|[一二两三四五六七八九十\\d]+个月)?`, 'g'),
  is: ([, word = ''], around) => {
    const age = numberOf(word)
    if (age === null || age >= ADULT_FROM || /[几来]$/.test(around.before)) return false
    if (/^(?:看大|看老|月)/.test(around.after)) return false // 三岁看大: a saying
    return !isGeneral(around) && !isDifference(around.before) && !isOthersAge(around)
  },
}

/** 虚岁 5, 虚岁五 */
const NOMINAL: Rule = {
  kind: 'age',
  find: new RegExp(`虚岁\\s*(${NUMBER})(?!\\d)`, 'g'),
  is: ([, word = '']) => (numberOf(word) ?? ADULT_FROM) < ADULT_FROM,
}

/**
 * Between whom it is about and how old: words that do not make it about anything else. None is made of others (刚刚, 快要):
 * read in two ways each, forty of them are never done with.
 */
const FILLER = '(?:[的家刚才快都就满也有是要\\s]|现在|今天|已经|今年|马上|差不多)*'

const MONTHS: Rule = {
  kind: 'age',
  find: new RegExp(
    [
      `(?:${NUMBER})个?半?月(?:大|龄)`,
      `(?:${NUMBER})(?:天|周)大`,
      `(?:${CHILD})${FILLER}(?:${NUMBER})个半?月(?:了|的)?`,
      `(?:${NUMBER})个半?月(?:多|零\\d+天)?的?(?:${CHILD})`,
      `(?:出生|生下来)(?:刚|才|已经)?(?:${NUMBER})(?:天|周|个半?月)`,
    ].join('|'),
    'gi',
  ),
  is: (_, around) => !isRange(around) && !FOR.test(around.after) && !FITS.test(around.before),
}

const FIRST_FEASTS: Rule = {
  kind: 'age',
  find: new RegExp(
    [
      `(?:${CHILD})${FILLER}(?:满月|百天|百日|周岁)(?!咳|礼盒|套装)`,
      '(?:刚刚|刚|快|快要|过|办|摆|满)(?:了|个|完)?(?:满月|百天|周岁)(?!礼盒|套装)',
      '(?:满月|百天|百日|周岁)(?:酒|宴|生日|了)',
      '抓周',
    ].join('|'),
    'gi',
  ),
  is: () => true,
}

const BORN: Rule = {
  kind: 'age',
  find: /(\d{4}|\d{2})年(?:\d{1,2}月(?:份|\d{1,2}[日号])?)?(?:出生|生的|生人|的宝宝|的娃|宝宝)/g,
  is: ([, word = '']) => {
    const year = Number(word)
    return (word.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year) >= CHILD_BORN_FROM
  },
}

const ENGLISH_AGE: Rule = {
  kind: 'age',
  find: /\b(\d{1,2})(?:\.5)?[- ]?(?:(years?|yrs?|y\/o)(?:[- ]old)?|(?:months?|weeks?)[- ]old)\b/gi,
  is: ([whole, word = '', years], around) => {
    if (isRange(around) || /^\s*(?:and|or) (?:up|older|over|above)/i.test(around.after)) return false
    if (!years) return true
    return Number(word) < ADULT_FROM && (/old|y\/o/i.test(whole) || /\b(?:is|turns|turned)\s*$/i.test(around.before))
  },
}

/** After 叫 these are what somebody calls out or does, no name. */
const NO_NAME =
  '我|她|他|你|您|它|咱|妈|爸|不|了|得|着|过|个|来|去|外|人|醒|起|苦|好|什|啥|累|停|大家|阿姨|奶奶|爷爷|姥|一|这|那|做'
const LETTERS = '[\\u4e00-\\u9fa5A-Za-z]'

const NAMES: Rule = {
  kind: 'name',
  find: new RegExp(
    [
      `(?:${CHILD})(?:的?(?:小名|大名|乳名|名字|全名|学名))?(?:就|也)?(?:叫做|叫作|名叫|叫|名字是)(?!${NO_NAME})${LETTERS}{1,4}`,
      `(?:小名|乳名|大名|学名)(?:就|也)?(?:叫做|叫作|叫|是)?(?!${NO_NAME}|叫|是|取|起|还|没|的|和|呢|吗)${LETTERS}{1,4}`,
      `(?:${CHILD})${LETTERS}{0,4}(?:取|起)(?:了|的)?(?:个)?名字?(?:了)?(?:叫|是|为)(?!${NO_NAME})${LETTERS}{1,4}`,
      "(?:son|daughter|baby|kid|child|boy|girl)(?:'s name is|,? (?:is )?(?:named|called)) [A-Z][a-z]+",
    ].join('|'),
    'g',
  ),
  is: () => true,
}

/** What describes a school without naming it, and what leads up to one. */
const DESCRIBED =
  /(?:公立|私立|民办|普惠|双语|国际|重点|公办|优质|艺术|附近的?|门口的?|对面的?|隔壁的?|对口的?|学区的?|小区的?|社区的?|本地的?|当地的?|老家的?)$/
const LEADING =
  /^.*(?:上|读|念|去|进|在|到|的|了|着|要|快|个|家|所|里|送|接|从|考|升|入|和|与|或|是|选|找|看|给|为|过|离|换|转|想|报|有|没|不|刚|才|等|该|前|后|年|月|呢|吗|把|被|对|比|让|说|聊|开始|准备|适合|哪|这|那|她|他|我|你|们|孩子|宝宝|娃|儿子|女儿|老大|老二|大宝|二宝|生|备|好)/
const TEACHES =
  /^的?(?:数学|语文|英语|音乐|体育|美术|班主任)?(?:老师|教师|校长|园长|教书|上班|任教|工作|当老师|同事|毕业)/

const nameBefore = (before: string): string => {
  let run = /[\u4e00-\u9fa5A-Za-z0-9]{0,12}$/.exec(before)?.[0] ?? ''
  for (let shorter = run.replace(DESCRIBED, ''); shorter !== run; shorter = run.replace(DESCRIBED, '')) run = shorter
  return run.replace(LEADING, '')
}

const SCHOOLS: Rule = {
  kind: 'school',
  find: /小学|幼儿园|中学|附小|附中|外国语学校|实验学校|托儿所|托育园/g,
  is: ([word], { before, after }) => {
    if (word === '小学' && /^生/.test(after)) return false
    const name = nameBefore(before)
    const isWhole = /^附|实验|外国语/.test(word ?? '') && name === '' && /(?:上|读|念|在|进|去)$/.test(before)
    return (name !== '' || isWhole) && !(TEACHES.test(after) && !HAS_CHILD.test(before))
  },
}

const GRADE = '[一二三四五六七八九1-9]'
const CLASSES: Rule = {
  kind: 'school',
  find: new RegExp(
    [
      `${GRADE}年级(?:[（(]?[一二三四五六七八九十\\d]{1,2}[)）]?班)?`,
      '(?:读|念|上|在|今年)(?:初[一二三]|高[一二三])(?![\\d日号])',
      `(?:幼儿园|${CHILD})(?:[的在上读念是]|现在|今年|刚|已经|快)*(?:托班|小班|中班|大班)(?!课|制|教)`,
      '(?:读|念)(?:托班|小班|中班|大班)(?!课|制|教)',
    ].join('|'),
    'g',
  ),
  is: (_, around) => {
    if (/(?:大学|研究生|[-~～—–至到])$/.test(around.before) || FITS.test(around.before)) return false
    return !/^(?:[-~～—–至到]|以上|以下|上册|下册|语文|数学|英语|课本|教材|适用|用)/.test(around.after)
  },
}

const ENGLISH_SCHOOL: Rule = {
  kind: 'school',
  find: /\b(?:[A-Z][\w']{1,40} ){1,8}(?:Primary|Elementary|Middle|Junior High) School\b|\b(?:[A-Z][\w']{1,40} ){1,8}Kindergarten\b/g,
  is: () => true,
}

const RULES = [
  ...[YEARS, NOMINAL, MONTHS, FIRST_FEASTS, BORN, ENGLISH_AGE],
  ...[NAMES, SCHOOLS, CLASSES, ENGLISH_SCHOOL],
]

/** A school is told with its name; everything else as it was found. */
const factOf = ({ kind, find }: Rule, found: RegExpMatchArray, text: string): ChildFact => {
  const at = found.index ?? 0
  const name = kind === 'school' && find === SCHOOLS.find ? nameBefore(aroundOf(text, at, at).before) : ''
  const from = name ? text.lastIndexOf(name, at) : at
  return { at: from, word: text.slice(from, at + found[0].length), kind }
}

/** In the order in which they stand; of those that overlap the first. */
export const findChildFacts = (text: string): ChildFact[] => {
  // letters and digits of full width are the same to who reads them; each stays one character
  const plain = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
  const facts = RULES.flatMap((rule) =>
    findAll(plain, rule.find)
      .filter((found) => rule.is(found, aroundOf(plain, found.index, found.index + found[0].length)))
      .map((found) => factOf(rule, found, plain)),
  ).sort((a, b) => a.at - b.at)
  return facts.filter(({ at }, n) => !facts.slice(0, n).some((one) => at < one.at + one.word.length))
}
