// Who passes what on to whom in the demo? One rep's customers over two weeks: some agreed to be seen in chains, some did not. All invented.

/** spread: she agreed to be seen in chains · reading: to be known, and not to that · remark null: the rep has no name for her yet. */
export type DemoPasser = {
  id: string
  remark: string | null
  agrees: 'spread' | 'reading'
  /** Of demoContacts: her phone and her agreement to be known stand there already. */
  known?: true
}

/**
 * One passing-on. from: whose share of this post she had it by, 'rep' the rep's own card, 'card' one that the rep sent to her
 * alone. hours: after the post came out. reads: who of these people read it through (a name with - glanced). others: phones
 * that never agreed to anything, of which so many read deeply.
 */
export type DemoPass = {
  by: string
  post: string
  from: string
  hours: number
  scene: 'chat' | 'group' | 'moments'
  reads: string
  others: readonly [opened: number, deep: number]
}

export const DEMO_PASSING_REP = 'xuwanqing'

export const demoPassers: readonly DemoPasser[] = [
  { id: 'wang', remark: '三楼王姐', agrees: 'spread', known: true },
  { id: 'youyou', remark: '优优妈妈', agrees: 'spread', known: true },
  { id: 'tang', remark: '糖糖妈（上次买过安全座椅）', agrees: 'reading', known: true }, // the hand in the middle nobody sees
  { id: 'lu', remark: '团购群主小鹿', agrees: 'spread' }, // hundreds open, few read
  { id: 'guo', remark: '果果妈', agrees: 'spread' }, // she and 乐乐妈 open each other's
  { id: 'le', remark: '乐乐妈（二楼）', agrees: 'spread' },
  { id: 'zhou', remark: '一小周老师', agrees: 'spread' },
  { id: 'lin', remark: '瑜伽馆林姐', agrees: 'spread' },
  { id: 'hetai', remark: '何太 家委会', agrees: 'spread' },
  { id: 'fang', remark: '新搬来的方小姐', agrees: 'spread' }, // one lucky post
  { id: 'qian', remark: '钱阿姨', agrees: 'spread' },
  { id: 'mei', remark: '美甲店小梅', agrees: 'spread' },
  { id: 'ning', remark: '宁宁妈', agrees: 'spread' },
  { id: 'pei', remark: '裴老师', agrees: 'spread' },
  { id: 'gu', remark: '顾姐', agrees: 'spread' },
  { id: 'tong', remark: '童装店阿彤', agrees: 'reading' },
  { id: 'bai', remark: '白太', agrees: 'reading' },
  { id: 'new1', remark: null, agrees: 'spread' },
  { id: 'new2', remark: null, agrees: 'spread' },
]

type Row = readonly [
  by: string,
  post: string,
  from: string,
  hours: number,
  scene: DemoPass['scene'],
  reads: string,
  opened: number,
  deep: number,
]

/** By post, the first step of each chain before the next. */
const ROWS: readonly Row[] = [
  ['lu', 'a01', 'rep', 10, 'group', 'fang- mei hetai-', 14, 3],
  ['wang', 'a01', 'rep', 14, 'chat', 'zhou qian', 4, 2],
  ['zhou', 'a01', 'wang', 26, 'group', 'ning pei', 7, 4],
  ['ning', 'a01', 'zhou', 40, 'chat', 'new1', 3, 2],
  ['guo', 'a02', 'rep', 9, 'chat', 'le', 0, 0],
  ['lu', 'a02', 'rep', 12, 'group', 'mei- lin-', 11, 1],
  ['le', 'a02', 'guo', 22, 'chat', 'guo', 0, 0],
  ['tong', 'a03', 'rep', 9, 'group', 'gu', 4, 2],
  ['youyou', 'a03', 'card', 12, 'chat', 'guo le', 5, 3],
  ['lu', 'a03', 'rep', 13, 'group', 'fang- hetai', 12, 2],
  ['tang', 'a03', 'youyou', 18, 'chat', 'gu bai', 3, 1],
  ['guo', 'a03', 'youyou', 20, 'group', 'le ning', 4, 2],
  ['le', 'a03', 'guo', 28, 'chat', 'guo', 0, 0],
  ['hetai', 'a03', 'youyou', 30, 'group', 'pei zhou', 9, 4],
  ['gu', 'a03', 'tang', 34, 'chat', 'new2 ning', 3, 2],
  ['wang', 'a03', 'card', 36, 'chat', 'qian lin', 3, 2],
  ['fang', 'a04', 'rep', 8, 'moments', 'qian-', 26, 9],
  ['lu', 'a04', 'rep', 11, 'group', 'mei- fang-', 22, 1],
  ['pei', 'a05', 'rep', 13, 'chat', 'zhou', 3, 1],
  ['le', 'a07', 'rep', 8, 'chat', 'guo', 0, 0],
  ['wang', 'a07', 'card', 12, 'chat', 'zhou hetai new1', 5, 3],
  ['guo', 'a07', 'le', 15, 'chat', 'le', 0, 0],
  ['zhou', 'a07', 'wang', 20, 'group', 'ning pei', 8, 5],
  ['hetai', 'a07', 'wang', 26, 'group', 'mei', 6, 2],
  ['lin', 'a08', 'rep', 9, 'group', 'mei fang', 9, 4],
  ['lu', 'a08', 'lin', 14, 'group', 'hetai-', 10, 1],
  ['wang', 'a09', 'card', 3, 'chat', 'zhou qian lin', 4, 3],
  ['lu', 'a09', 'rep', 4, 'group', 'mei- fang- hetai-', 13, 2],
  ['youyou', 'a09', 'rep', 5, 'chat', 'guo le', 4, 2],
  ['zhou', 'a09', 'wang', 8, 'group', 'ning pei new1', 6, 4],
  ['guo', 'a09', 'youyou', 10, 'chat', 'le', 0, 0],
  ['lin', 'a09', 'wang', 12, 'group', 'mei', 7, 3],
  ['ning', 'a09', 'zhou', 16, 'chat', 'gu new2', 3, 2],
  ['le', 'a09', 'guo', 18, 'chat', 'guo', 0, 0],
]

export const demoPasses: readonly DemoPass[] = ROWS.map(([by, post, from, hours, scene, reads, opened, deep]) => ({
  ...{ by, post, from, hours, scene, reads, others: [opened, deep] as const },
}))

/** What the other reps' cards bring by people who agreed to nothing: by post, on how many phones, so many deep. */
export const demoElsewhere: readonly (readonly [post: string, opened: number, deep: number])[] = [
  ['a02', 6, 2],
  ['a07', 9, 3],
]
