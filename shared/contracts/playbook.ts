// How talks are led: HQ writes playbooks, reps keep them at hand; and how far a rep has come with her own brand.
import * as z from 'zod'
import { COACH_FACTS, COACH_STEPS, EXERCISE_IDS } from '../domain/coaching'
import { LOCKED_WORDS_MAX } from '../domain/limits'
import { REP_KINDS } from '../domain/member'
import { PLAY_ADVICE_MAX, PLAY_LINE_MAX, PLAY_LINES_MAX, PLAY_STEPS_MAX, SCENES } from '../domain/playbook'
import { RELATIONS, VALUES } from '../domain/sheet'
import { action } from './action'
import { nothing, playbookId, version } from './parts'

const short = (max: number) => z.string().trim().max(max)
const advice = z.array(short(60).min(1)).max(PLAY_ADVICE_MAX)

const forWhom = {
  scene: z.enum(SCENES),
  kinds: z.array(z.enum(REP_KINDS)).max(REP_KINDS.length), // none: every kind
  relation: z.enum(RELATIONS).nullable(), // null: any
  value: z.enum(VALUES).nullable(),
}

/** say: spintax with {facts}. A draft may be unfinished in every field. */
const playWords = z.strictObject({
  name: short(30),
  ...forWhom,
  goal: short(80),
  steps: z
    .array(
      z.strictObject({
        name: short(20),
        say: z.array(z.string().max(PLAY_LINE_MAX)).max(PLAY_LINES_MAX),
        minutes: z.int().min(1).max(90).nullable(),
      }),
    )
    .max(PLAY_STEPS_MAX),
  dos: advice,
  donts: advice,
  lockedWords: z.array(short(60).min(1)).max(LOCKED_WORDS_MAX),
})
export type PlayDraft = z.output<typeof playWords>

/** Sums over at least five reps' talks; null where fewer have used it. */
const success = z.strictObject({ talks: z.int(), won: z.int() }).nullable()

const shownPlaybook = z.strictObject({
  playbookId: z.string(),
  words: playWords,
  state: z.enum(['draft', 'live', 'retired']),
  version,
  updatedAt: z.number(),
  success,
})
export type ShownPlaybook = z.output<typeof shownPlaybook>

/** All that suit her kind: HQ's, then what comes with the product where HQ has none. */
export const listPlaybooks = action(
  'rep',
  nothing,
  z.strictObject({
    playbooks: z.array(
      z.strictObject({
        playbookId: z.string(),
        name: z.string(),
        ...forWhom,
        goal: z.string(),
        /** each line as she may say it, in her voice and with her name; what else it names stands there as {topic} */
        steps: z.array(z.strictObject({ name: z.string(), say: z.array(z.string()), minutes: z.int().nullable() })),
        dos: z.array(z.string()),
        donts: z.array(z.string()),
        builtIn: z.boolean(),
        success,
      }),
    ),
    favourites: z.array(z.string()), // the latest last
  }),
)
export type ListedPlaybook = z.output<typeof listPlaybooks.output>['playbooks'][number]

export const favourPlaybook = action(
  'rep',
  z.strictObject({ playbookId, on: z.boolean() }),
  z.strictObject({ favourites: z.array(z.string()) }),
)

export const listHqPlaybooks = action(
  'editor',
  nothing,
  z.strictObject({ playbooks: z.array(shownPlaybook) }), // the last changed first
)

/** baseVersion: the version the editor started from, 0 for a new one; another's save in between is a conflict. */
export const savePlaybook = action(
  'editor',
  z.strictObject({ playbookId, baseVersion: z.int().min(0), words: playWords }),
  shownPlaybook,
)

/** Refused while a line is broken or says what may not be said; `field` names the line as steps.1.say.0. */
export const publishPlaybook = action('editor', z.strictObject({ playbookId, version }), shownPlaybook)
export const retirePlaybook = action('editor', z.strictObject({ playbookId, version }), shownPlaybook)

const coached = z.strictObject({
  asOf: z.number(),
  steps: z.array(
    z.strictObject({
      step: z.enum(COACH_STEPS),
      state: z.enum(['done', 'now', 'ahead']),
      measures: z.array(z.strictObject({ fact: z.enum(COACH_FACTS), count: z.int(), need: z.int(), met: z.boolean() })),
      exercises: z.array(z.strictObject({ id: z.string(), ticked: z.boolean() })),
    }),
  ),
})
export type Coached = z.output<typeof coached>

/** Her own way only: no colleague's stands beside it. */
export const seeCoach = action('rep', nothing, coached)
export const tickCoach = action('rep', z.strictObject({ exercise: z.enum(EXERCISE_IDS), on: z.boolean() }), coached)
