// In which ways does a rewriter spoil a number, a name or a thing?
import {
  changeDigit,
  type Mutation,
  onWord,
  pick,
  replaceOne,
  swapOne,
  swapUnit,
  toHan,
  toWide,
  tradePlaces,
} from './mutate'
import * as words from './mutations.data'

const NUMBER = /[0-9]+(?:\.[0-9]+)?/g

export const numbers: Mutation[] = [
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

export const names: Mutation[] = [
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
