// Which playbooks has the demo's HQ written? Two of its own, beside those that come with the product. All invented.
import type { PlayDraft } from '@shared/contracts/playbook'

export type DemoPlaybook = { playbookId: string; words: PlayDraft }

export const demoPlaybooks: readonly DemoPlaybook[] = [
  {
    playbookId: 'demo-season-expert',
    words: {
      name: '换季来问的，先分清再建议',
      scene: 'after-reading',
      kinds: [],
      relation: 'expert',
      value: null,
      goal: '弄清她现在的情况，再给一个小建议',
      steps: [
        {
          name: '开口',
          say: [
            '最近在看{topic}的内容，整理了三条要点，要不要发您？',
            '{topic}这几天{[亲切]好多人来问|[专业]问的人多|[活泼]大家都在聊}，我写了个分清情况的小办法，您要不要看看？',
            '我把换季常见的三种情况画成了一张图，您想要我发您。',
          ],
          minutes: null,
        },
        { name: '问情况', say: ['现在是干、痒，还是容易红？', '平时一般用到哪几步？'], minutes: null },
        { name: '给一个小建议', say: ['先只改一步，试三天，再跟我说说。'], minutes: null },
      ],
      dos: ['先问清楚再建议', '建议一次只给一个'],
      donts: ['不替医生下结论', '不跟着发价格'],
      lockedWords: [],
    },
  },
  {
    playbookId: 'demo-repurchase',
    words: {
      name: '该补的时候问一句',
      scene: 'repurchase',
      kinds: ['guide'],
      relation: null,
      value: null,
      goal: '还有就不用买，用完了帮她留一份',
      steps: [
        {
          name: '开口',
          say: [
            '{product}用得怎么样？家里还有的话{先不用补|就先用着}。',
            '算着您常用的那几样差不多了，还有吗？有就不用管我。',
          ],
          minutes: null,
        },
        { name: '要补', say: ['好，给您留到周末，来之前说一声就行。'], minutes: null },
        { name: '不要了', say: ['好的，是哪里不合适，我记下来。'], minutes: null },
      ],
      dos: ['先问还有没有', '不合适就记下原因'],
      donts: ['不劝多囤', '不说快没了'],
      lockedWords: [],
    },
  },
]
