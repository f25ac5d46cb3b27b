// What HQ's cloud answers about what works, in component tests.
import type { Output } from '../../shared/contracts'
import { BOARD_WEIGHTS } from '../../shared/domain/board'
import { FORCES, FORMULAS, type FormulaId, LOOP, WORK_STEPS, type WorkPart } from '../../shared/domain/work'

type Number = Output<'hq', 'work.health'>['forces'][number]
type Count = Number['parts'][number]['count']
type Steps = Output<'hq', 'work.funnel'>['whole']['steps']

const AT = Date.UTC(2026, 10, 21, 2) // 10:00 in Shanghai
const seen = { asOf: AT, sumsAt: AT - 300_000, from: '2026-11-01', to: '2026-11-21', scope: 'firm' as const }

/** A share of `below`; without one, too few to tell. */
export const shown = (formula: FormulaId, top: Count, below: Count): Number => {
  const [a, b] = FORMULAS[formula].of as readonly [WorkPart, WorkPart]
  const parts = [
    { part: a, count: top },
    { part: b, count: below },
  ]
  if (top === 'few' || below === 'few' || below === 0) return { formula, value: null, low: null, high: null, parts }
  const value = top / below
  return { formula, value, low: Math.max(0, value - 0.06), high: value + 0.06, parts }
}

const stepsOf = (counts: readonly (Count | null)[]): Steps =>
  Object.fromEntries(WORK_STEPS.map((step, i) => [step, counts[i] === undefined ? 0 : counts[i]])) as Steps

/** Over many posts it is not known how many kits reached someone: openings for each posted one are told instead. */
export const manyPosts = (): Output<'hq', 'work.funnel'>['whole'] => ({
  steps: stepsOf([300, 240, 210, null, 1_240, 520, 310, 85, 20]),
  reach: { ...shown('reach-force', 1_240, 210), low: 5.6, high: 6.2 },
  deepRate: shown('deep-rate', 520, 1_240),
})

const LONG = '澜肌护肤集团华东大区静安寺商圈第三十二号旗舰体验店'

export const demoFunnel = (change: Partial<Output<'hq', 'work.funnel'>> = {}): Output<'hq', 'work.funnel'> => ({
  ...seen,
  title: null,
  whole: {
    steps: stepsOf([300, 240, 210, 160, 1_240, 520, 310, 85, 20]),
    reach: shown('reach-rate', 160, 210),
    deepRate: shown('deep-rate', 520, 1_240),
  },
  rows: [
    {
      ...{ id: 'east', name: '东街店', under: '华东', steps: stepsOf([100, 80, 70, 55, 640, 300, 150, 40, 10]) },
      ...{ reach: shown('reach-rate', 55, 70), deepRate: shown('deep-rate', 300, 640) },
    },
    {
      ...{ id: 'west', name: LONG, under: null, steps: stepsOf([5, 4, 3, 'few', 'few', 'few', 0, 0, 0]) },
      ...{ reach: shown('reach-rate', 'few', 3), deepRate: shown('deep-rate', 'few', 'few') },
    },
  ],
  ...change,
})

export const demoCurve = (change: Partial<Output<'hq', 'work.curve'>> = {}): Output<'hq', 'work.curve'> => ({
  ...seen,
  title: null,
  hours: Array.from({ length: 24 }, (_, hour) => ({
    hour,
    opened: hour === 20 ? 140 : hour === 8 ? 60 : hour === 3 ? 'few' : 0,
    deep: hour === 20 ? 70 : hour === 8 ? 20 : 0,
  })),
  cells: [
    { weekday: 3, hour: 20, opened: 95, deep: 45 },
    { weekday: 5, hour: 20, opened: 45, deep: 25 },
    { weekday: 1, hour: 8, opened: 60, deep: 20 },
    { weekday: 7, hour: 3, opened: 'few', deep: 0 },
  ],
  best: { weekday: 3, hour: 20 },
  ...change,
})

export const demoHabit = (change: Partial<Output<'hq', 'work.habit'>> = {}): Output<'hq', 'work.habit'> => ({
  ...seen,
  columns: [
    {
      columnId: 'col1',
      name: '早八点护肤课',
      rate: shown('habit-rate', 60, 110),
      days: [
        { day: '2026-11-06', time: '08:00', came: 35, back: 0 },
        { day: '2026-11-13', time: '08:00', came: 40, back: 25 },
        { day: '2026-11-20', time: '08:00', came: 35, back: 35 },
      ],
      streaks: [
        { atLeast: 1, readers: 35 },
        { atLeast: 2, readers: 35 },
        { atLeast: 3, readers: 'few' },
        { atLeast: 4, readers: 0 },
      ],
    },
  ],
  ...change,
})

const score = (named: Count, talked: Count, deals: Count, value: number): Number => ({
  ...{ formula: 'board-score' as const, value, low: null, high: null },
  parts: [
    { part: 'named', count: named },
    { part: 'talked', count: talked },
    { part: 'deals', count: deals },
  ],
})

export const demoBoards = (change: Partial<Output<'hq', 'work.boards'>> = {}): Output<'hq', 'work.boards'> => ({
  ...seen,
  lines: [
    { ...{ id: 'r1', name: '许婉清', under: '东街店', band: 1, first: 1, last: 1 }, score: score(60, 20, 5, 125) },
    { ...{ id: 'r2', name: '林小满', under: '东街店', band: 2, first: 2, last: 3 }, score: score(40, 10, 'few', 60) },
    { ...{ id: 'r3', name: '周宁', under: '西街店', band: 2, first: 2, last: 3 }, score: score(35, 10, 0, 55) },
  ],
  more: 12,
  few: 7,
  weights: BOARD_WEIGHTS,
  ...change,
})

export const demoFamilies = (change: Partial<Output<'hq', 'work.families'>> = {}): Output<'hq', 'work.families'> => ({
  ...seen,
  title: '换季用精华',
  verdict: 'better',
  best: 'warm',
  needed: 50,
  families: [
    {
      ...{ family: 'warm', reps: 40, posted: 32, opened: 400, deep: 220, enough: true },
      rate: shown('family-rate', 220, 400),
    },
    {
      ...{ family: 'expert', reps: 38, posted: 30, opened: 380, deep: 130, enough: true },
      rate: shown('family-rate', 130, 380),
    },
    {
      ...{ family: 'lively', reps: 6, posted: 3, opened: 15, deep: 'few', enough: false },
      rate: shown('family-rate', 'few', 15),
    },
  ],
  ...change,
})

type ShelfPost = Output<'hq', 'work.shelf'>['posts'][number]
const shelfPost = (change: Partial<ShelfPost>): ShelfPost => ({
  postId: 'post1',
  title: '换季用精华',
  publishedAt: Date.UTC(2026, 10, 1),
  state: 'hot',
  ageDays: 20,
  opened: 640,
  deep: 300,
  recent: 400,
  before: 240,
  posted: 70,
  deepRate: shown('deep-rate', 300, 640),
  evergreen: false,
  expiresAt: null,
  ...change,
})

export const demoShelf = (change: Partial<Output<'hq', 'work.shelf'>> = {}): Output<'hq', 'work.shelf'> => ({
  ...seen,
  from: null,
  to: null,
  posts: [
    shelfPost({}),
    shelfPost({ ...{ postId: 'post2', title: '防晒怎么补', state: 'stale', recent: 0, before: 0, evergreen: true } }),
    shelfPost({ ...{ postId: 'post3', title: '', state: 'few', recent: 'few', before: 'few' } }),
  ],
  cut: true,
  ...change,
})

export const demoHealth = (change: Partial<Output<'hq', 'work.health'>> = {}): Output<'hq', 'work.health'> => {
  const of = (formulas: readonly FormulaId[], top: Count) => formulas.map((formula) => shown(formula, top, 200))
  return {
    ...seen,
    forces: of(FORCES, 80),
    loop: of(LOOP, 50),
    rows: [
      { id: 'east', name: '东街店', forces: of(FORCES, 90), loop: of(LOOP, 60) },
      { id: 'west', name: '西街店', forces: of(FORCES, 'few'), loop: of(LOOP, 'few') },
    ],
    ...change,
  }
}
