// Can every talk begin well out of the box? Every playbook that comes with the product, read line by line.
import { REP_KINDS } from '../../shared/domain/member'
import { holdFacts, isBuiltIn, lineOf, type PlayFacts, playFor, speakLine } from '../../shared/domain/play'
import { findPlayFaults, findPlayWords } from '../../shared/domain/play-check'
import { SCENES } from '../../shared/domain/playbook'
import { PLAYBOOKS } from '../../shared/domain/playbooks.data'
import { RELATIONS, VALUES } from '../../shared/domain/sheet'
import { TONES } from '../../shared/domain/variant/tone'
import { demoPlaybooks } from '../../tools/demo/playbooks.data'

const usual: PlayFacts = {
  topic: '换季敏感肌',
  title: '换季三步，脸不再发烫',
  product: '舒缓面霜',
  occasion: '结婚纪念日',
  promise: '周五前发尺码表',
  signal: '换房',
  rep: '小周',
}
const linesOf = (playbook: (typeof PLAYBOOKS)[number]) => playbook.steps.flatMap(({ say }) => say)
const everyLine = PLAYBOOKS.flatMap((playbook) => linesOf(playbook).map((line) => [playbook._id, line] as const))
/** With many seeds each branch of a line comes up. */
const sayings = (line: string): string[] => [
  ...new Set(
    TONES.flatMap((tone) => Array.from({ length: 24 }, (_, i) => speakLine(line, usual, `${i}`, tone) ?? 'UNSAID')),
  ),
]

test('at least 60 different lines to begin with', () => {
  const openings = new Set(PLAYBOOKS.flatMap(({ steps }) => steps[0]?.say ?? []))
  expect(openings.size).toBeGreaterThanOrEqual(60)
})

test('each has an id of its own that HQ cannot take, a goal, steps, and what to do and not to do', () => {
  expect(new Set(PLAYBOOKS.map(({ _id }) => _id)).size).toBe(PLAYBOOKS.length)
  for (const { _id, goal, steps, dos, donts } of PLAYBOOKS) {
    expect([_id, isBuiltIn(_id), goal !== '', steps.length > 1, dos.length > 0, donts.length > 0]).toEqual([
      ...[_id, true, true, true, true, true],
    ])
  }
})

test('all are well written: spintax, facts of the list, every voice', () => {
  expect(PLAYBOOKS.flatMap((playbook) => findPlayFaults(playbook).map((fault) => [playbook._id, fault]))).toEqual([])
})

test('none says what the Advertising Law, WeChat or tact objects to', () => {
  expect(PLAYBOOKS.flatMap((playbook) => findPlayWords(playbook).map((found) => [playbook._id, found]))).toEqual([])
})

/** Beyond what HQ is held to: how the product itself speaks to a customer. */
const UNSAID = [
  /最(?!近)/,
  /亲(?!口)/,
  /[!！]/,
  /朋友圈/,
  /裂变|收割|流量/,
  /你/,
  /保证|一定能|必须/,
  /名额|最后|仅剩|快没了|UNSAID/,
]

test.each(everyLine)('%s: %s', (_, line) => {
  for (const said of sayings(line)) {
    for (const word of UNSAID) expect(said).not.toMatch(word)
    expect(said.length).toBeLessThanOrEqual(60)
    expect(said).not.toMatch(/[{}|[\]\uf8e0-\uf8ff]/)
  }
})

/** What a talk of this scene always has; each line that needs more has another beside it. */
test('a line comes for every scene, kind, relation, value and voice, even where no fact is known', () => {
  for (const scene of SCENES)
    for (const kind of REP_KINDS)
      for (const relation of [null, ...RELATIONS])
        for (const value of [null, ...VALUES]) {
          const playbook = playFor(PLAYBOOKS, { kind, scene, relation, value })
          const where = [scene, kind, relation, value].join('/')
          for (const tone of TONES) {
            const full = playbook && lineOf(playbook, usual, where, tone)
            const bare = playbook && lineOf(playbook, { rep: '小周' }, where, tone)
            expect([where, full !== null, bare !== null]).toEqual([where, true, true])
          }
        }
})

test('relations make a difference in every scene', () => {
  for (const scene of SCENES) {
    const own = PLAYBOOKS.filter((one) => one.scene === scene && one.relation !== null).map(({ relation }) => relation)
    if (scene !== 'new-friend')
      expect([scene, [...new Set(own)].sort()]).toEqual([scene, ['expert', 'model', 'service']])
  }
})

test("the demo's own are as fit to go live", () => {
  for (const { playbookId, words } of demoPlaybooks)
    expect([playbookId, findPlayFaults(words), findPlayWords(words)]).toEqual([playbookId, [], []])
})

test('no line names a fact in a step where nobody fills it in', () => {
  const later = PLAYBOOKS.flatMap(({ steps }) => steps.slice(1).flatMap(({ say }) => say))
  expect(later.filter((line) => holdFacts(line) !== line)).toEqual([])
})
