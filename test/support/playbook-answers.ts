// What the cloud tells of playbooks and coaching in component tests.
import type { Output } from '../../shared/contracts'
import type { PlayDraft, ShownPlaybook } from '../../shared/contracts/playbook'

type Listed = Output<'rep', 'playbook.list'>['playbooks'][number]

export const listedPlay = (change: Partial<Listed> = {}): Listed => ({
  playbookId: 'play-1',
  name: '专家式：给个判断',
  scene: 'after-reading',
  kinds: [],
  relation: 'expert',
  value: null,
  goal: '换她说出自己的情况',
  steps: [
    { name: '开口', say: ['最近在看{topic}的内容，要不要发您？', '好久没聊，最近都好吧？'], minutes: null },
    { name: '问情况', say: ['您现在是哪一种？'], minutes: 3 },
  ],
  dos: ['先问情况'],
  donts: ['不说功效'],
  builtIn: true,
  success: null,
  ...change,
})

export const demoPlays = (
  playbooks: Listed[] = [
    listedPlay(),
    listedPlay({ playbookId: 'play-2', name: '好好说声谢谢', scene: 'thanks', relation: null, goal: '只道谢' }),
  ],
  favourites: string[] = [],
): Output<'rep', 'playbook.list'> => ({ playbooks, favourites })

export const demoCoach = (): Output<'rep', 'coach.see'> => ({
  asOf: Date.UTC(2026, 10, 21, 2),
  steps: [
    {
      step: 'persona',
      state: 'done',
      measures: [{ fact: 'portrait', count: 1, need: 1, met: true }],
      exercises: [{ id: 'three-words', ticked: false }],
    },
    {
      step: 'posting',
      state: 'now',
      measures: [{ fact: 'posted-days', count: 4, need: 7, met: false }],
      exercises: [{ id: 'same-hour', ticked: true }],
    },
    {
      step: 'talking',
      state: 'ahead',
      measures: [
        { fact: 'talks', count: 16, need: 15, met: true },
        { fact: 'overdue', count: 2, need: 0, met: false },
      ],
      exercises: [{ id: 'one-of-a-later-version', ticked: false }],
    },
  ],
})

export const playWords = (change: Partial<PlayDraft> = {}): PlayDraft => ({
  name: '好久没聊',
  scene: 'comeback',
  kinds: [],
  relation: null,
  value: null,
  goal: '轻轻问个好',
  steps: [{ name: '开口', say: ['{[亲切]最近都好呀|[专业]近来可好|[活泼]好久不见呀}，在看{topic}。'], minutes: null }],
  dos: ['问一句就等'],
  donts: [],
  lockedWords: [],
  ...change,
})

export const hqPlay = (change: Partial<ShownPlaybook> = {}): ShownPlaybook => ({
  playbookId: 'play-1',
  words: playWords(),
  state: 'draft',
  version: 2,
  updatedAt: Date.UTC(2026, 10, 21, 2),
  success: null,
  ...change,
})
