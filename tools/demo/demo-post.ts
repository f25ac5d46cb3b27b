// What one demo post looks like: the Moments text as an editor writes it, its pictures, and the article behind it.

import type { Form } from '@shared/domain/reader'
import type { Rect } from '@shared/domain/recipe'

export const demoTopics = [
  '护肤',
  '换季护理',
  '穿搭',
  '亲子出行',
  '饮品',
  '家电',
  '首饰',
  '读懂标签',
  '跑步',
  '聚餐',
  '居家清洁',
  '睡眠',
] as const

export type DemoTopic = (typeof demoTopics)[number]

export type DemoPicture = { file: string; alt: string }

/** form: how the section speaks: 道理 reason · 成绩 result · 科学 science; null where it is plain advice. */
export type DemoSection = {
  id: string
  heading: string
  paragraphs: string[]
  image?: DemoPicture
  form: Form | null
}

/** `cover` and every `file` name a picture in assets/demo. */
export type DemoArticle = { title: string; cover: string; sections: DemoSection[] }

export type DemoPost = {
  /** 'a01' … 'a12', the order of test/data/posts.json. */
  id: string
  /** Spintax: `{A|B|C}`. The first branch is the original wording; facts stand outside the braces. */
  text: string
  lockedWords: string[]
  firstComment: string
  column: string
  /** focus: what the picture is about, in thousandths of its sides. */
  images: (DemoPicture & { kind: 'photo' | 'poster'; focus?: Rect })[]
  /** May each rep show them in an order of her own? */
  orderFree?: boolean
  /** It may come again after its rest. */
  evergreen?: boolean
  article: DemoArticle
  topics: DemoTopic[]
}
