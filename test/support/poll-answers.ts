// What the cloud tells of a poll in component tests: twenty voices over three days, six of them changed.
import type { SeenPollWithVoice } from '../../shared/contracts/poll'

export const trip: SeenPollWithVoice = {
  poll: {
    ...{ pollId: 'poll-1', firm: '东方母婴有限公司', question: '周末带孩子去哪儿', whoMayVote: 'all', state: 'open' },
    options: [
      { id: 'park', text: '公园' },
      { id: 'museum', text: '博物馆' },
    ],
    ...{ opensAt: Date.now() - 3 * 86_400_000, closesAt: Date.now() + 2.5 * 86_400_000 },
  },
  picture: {
    voices: 20,
    steps: [
      { day: '2026-11-18', by: [8, 2] },
      { day: '2026-11-20', by: [7, 13] },
    ],
    ...{ moved: 6, flows: [{ from: 0, to: 1, people: 6 }], reasons: [{ option: 1, text: '下雨也能去' }] },
  },
  ...{ isWaiting: true, mayVote: true, voice: null },
}
