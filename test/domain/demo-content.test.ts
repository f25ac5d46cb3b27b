// Is the demo's content what it claims to be: texts unchanged, pictures there, articles within the advertising law?
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSpintax } from '@shared/domain/variant/spintax'
import { demoContacts, demoEditor, demoReps, demoStores } from '../../tools/demo/people.data'
import { demoPosts, demoTopics } from '../../tools/demo/posts.data'
import source from '../data/posts.json'

const maxPictureBytes = 110 * 1024
const firstBranches = (text: string) => text.replace(/\{([^|{}]*)\|[^{}]*\}/g, '$1')
const outsideBraces = (text: string) => text.replace(/\{[^{}]*\}/g, '\u0000')
const absolute =
  /最佳|最好|最高|最低|最优|最大|最(?!近)|唯一|国家级|世界级|顶级|极品|首选|根治|治愈|治疗|包治|百分之百有效|绝对|永久|增强免疫/
/** 第一 ranks; 第一步 only counts. */
const ranked = /第一(?!步)/

const articleWords = (post: (typeof demoPosts)[number]) => [
  post.article.title,
  ...post.article.sections.flatMap((section) => [section.heading, ...section.paragraphs]),
]

describe('demo posts', () => {
  test('are the twelve source posts, in order', () => {
    expect(demoPosts.map((post) => post.id.toUpperCase())).toEqual(source.map((post) => post.id))
  })

  describe.each(demoPosts.map((post, i) => [post.id, post, source[i]] as const))('%s', (_, post, original) => {
    test('the first branches read exactly as the source', () => {
      expect(firstBranches(post.text)).toBe(original?.text)
      expect(parseSpintax(post.text).ok).toBe(true)
      expect(post.text.match(/\{[^{}]*\}/g)?.length).toBeGreaterThanOrEqual(2)
    })

    test('facts and locked words stand outside the braces', () => {
      const frozen = outsideBraces(post.text)
      const moved = [...(original?.facts ?? ['missing']), ...post.lockedWords].filter((fact) => !frozen.includes(fact))
      expect(moved).toEqual([])
      expect(post.lockedWords).toEqual(expect.arrayContaining(original?.dictionary ?? ['missing']))
    })

    test('the alternatives promise nothing absolute', () => {
      const branches = (post.text.match(/\{[^{}]*\}/g) ?? []).join('')
      expect(branches).not.toMatch(absolute)
    })

    test('every picture is a JPEG within its budget', () => {
      const named = [
        post.article.cover,
        ...post.images.map((image) => image.file),
        ...post.article.sections.flatMap((section) => section.image?.file ?? []),
      ]
      for (const file of named) {
        const full = path.join(__dirname, '../../assets/demo', file)
        expect(existsSync(full)).toBe(true)
        const bytes = readFileSync(full)
        expect([...bytes.subarray(0, 3), ...bytes.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xff, 0xd9])
        expect(bytes.length).toBeLessThanOrEqual(maxPictureBytes)
      }
    })

    test('the article has a readable shape', () => {
      const { sections } = post.article
      expect(sections.length).toBeGreaterThanOrEqual(4)
      expect(sections.length).toBeLessThanOrEqual(6)
      for (const { paragraphs } of sections) {
        expect([2, 3, 4]).toContain(paragraphs.length)
        for (const paragraph of paragraphs) {
          expect(paragraph.length).toBeGreaterThanOrEqual(40)
          expect(paragraph.length).toBeLessThanOrEqual(120)
        }
      }
      expect(articleWords(post).join('').length).toBeLessThanOrEqual(20_000)
    })

    test('the article and the first comment claim nothing the advertising law forbids', () => {
      const said = [...articleWords(post), post.firstComment]
      expect(said.filter((words) => absolute.test(words) || ranked.test(words))).toEqual([])
      expect(said.filter((words) => /[!！]/.test(words))).toEqual([])
    })

    test('has one to three known topics', () => {
      expect([1, 2, 3]).toContain(post.topics.length)
      for (const topic of post.topics) expect(demoTopics).toContain(topic)
    })
  })

  test('section ids are unique', () => {
    const ids = demoPosts.flatMap((post) => post.article.sections.map((section) => section.id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('demo people', () => {
  test('every rep has a store, every contact a rep, and names are not repeated', () => {
    const stores = new Set(demoStores.map((store) => store.id))
    const usernames = new Set([demoEditor.username, ...demoReps.map((rep) => rep.username)])
    expect(usernames.size).toBe(demoReps.length + 1)
    expect(demoReps.filter((rep) => !stores.has(rep.storeId))).toEqual([])
    expect(demoContacts.filter((contact) => !usernames.has(contact.repUsername))).toEqual([])
    expect(new Set(demoContacts.map((contact) => contact.remark)).size).toBe(demoContacts.length)
  })

  test('only consented readers are named', () => {
    expect(demoContacts.filter((contact) => contact.named && contact.consent !== 'given')).toEqual([])
    const counts = (consent: string) => demoContacts.filter((contact) => contact.consent === consent).length
    expect([counts('given'), counts('withdrawn'), counts('none')]).toEqual([38, 4, 18])
  })
})
