// In which ways does a rewriter spoil a post? Each kind puts one fault into a text; the guard has to see all of them.
import {
  addSentence,
  type Mutation,
  type MutationPost,
  pick,
  places,
  replaceOne,
  seededRandom,
  sentences,
  toTraditional,
  wrap,
} from './mutate'
import { names, numbers } from './mutations-of-facts'
import { meaning } from './mutations-of-meaning'

export type { Mutation, MutationPost, Random } from './mutate'
export { seededRandom } from './mutate'

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
