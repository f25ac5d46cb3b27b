// Does the guard see what spoils a text, and let pass what does not?
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { judgeText } from '@shared/domain/variant/guard/judge'
import { type MutationPost, mutants } from '../../test/support/mutations'
import type { Part } from '../part'
import { layOut } from '../report'
import { allPosts } from './posts'

const DRAWS = 4
const SEED = 20_261_122

type Good = { post: string; source: string; good: string[] }
type Edit = { post: string; text: string }
type GoodTexts = { sentences: Good[]; edits: Edit[]; unseen: { sentences: Good[]; edits: Edit[] } }

const readGood = (): GoodTexts =>
  JSON.parse(readFileSync(path.resolve('test/data/guard-good.json'), 'utf8')) as GoodTexts

const percent = (part: number, whole: number): number => (100 * part) / whole

export const guard: Part = {
  name: 'guard',
  run: async ({ say }) => {
    const posts = allPosts()
    const byId = new Map(posts.map((post) => [post.id, post]))
    const lockedOf = (id: string) => byId.get(id)?.dictionary ?? []
    const caught = new Map<string, { seen: number; all: number }>()
    for (const { kind, post, text } of mutants(posts as MutationPost[], DRAWS, SEED)) {
      const tally = caught.get(kind) ?? { seen: 0, all: 0 }
      const verdict = judgeText(text, post.text, { lockedWords: post.dictionary, scope: 'sentence' })
      caught.set(kind, { seen: tally.seen + (verdict.ok ? 0 : 1), all: tally.all + 1 })
    }
    const tallies = [...caught].map(([kind, tally]) => ({ kind, ...tally }))
    const missed = tallies.filter(({ seen, all }) => seen < all)
    say(layOut([['kind', 'caught', 'of'], ...missed.map(({ kind, seen, all }) => [kind, String(seen), String(all)])]))
    const sum = (pick: (each: { seen: number; all: number }) => number) =>
      tallies.reduce((total, each) => total + pick(each), 0)

    const { sentences, edits, unseen } = readGood()
    const pairs = [...sentences, ...unseen.sentences].flatMap(({ post, source, good }) =>
      good.map((text) => ({ text, source, lockedWords: lockedOf(post), scope: 'sentence' as const })),
    )
    const own = [...edits, ...unseen.edits].map(({ post, text }) => ({
      text,
      source: byId.get(post)?.text ?? '',
      lockedWords: lockedOf(post),
      scope: 'edit' as const,
    }))
    const refused = (all: typeof pairs | typeof own) =>
      percent(all.filter(({ text, source, ...of }) => !judgeText(text, source, of).ok).length, all.length)
    return [
      { metric: 'kinds of mutation', value: tallies.length, unit: 'kinds', goal: { atLeast: 40 } },
      {
        metric: 'mutations caught',
        value: percent(
          sum(({ seen }) => seen),
          sum(({ all }) => all),
        ),
        unit: '%',
        goal: { atLeast: 99.5 },
      },
      { metric: 'good wordings refused', value: refused(pairs), unit: '%', goal: { atMost: 10 } },
      { metric: "good edits of a rep's own refused", value: refused(own), unit: '%', goal: { atMost: 10 } },
    ]
  },
}
