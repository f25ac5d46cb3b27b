// What the cloud tells a reader about herself in component tests: one adviser, two earned tags, one reading.
import type { Output } from '../../shared/contracts'

export const T0 = Date.UTC(2026, 10, 21, 2) // 10:00 in Shanghai

const topic = (tag: string) => ({
  tag,
  kind: 'topic' as const,
  strength: 0.7,
  rising: false,
  posts: 3,
  readings: 4,
  ms: 1_860_000,
  lastAt: Date.UTC(2026, 10, 20, 13, 4), // 21:04 the evening before
  fadesMs: 1_000,
})
export const recorded = (): Output<'reader', 'privacy.see'> => ({
  retentionDays: 180,
  partner: false,
  consents: [
    {
      repId: 'rep1',
      repName: '林小满',
      storeName: '静安店',
      company: '涟漪护肤',
      brand: '涟漪护肤',
      franchise: false,
      givenAt: T0,
      policyVersion: '2026-12',
      tagsOn: true,
      spreadOn: false,
      passedOn: 0,
      selfName: null,
      remark: '爱问顺序的林姐',
      given: ['老顾客'],
      kept: { notes: 3, promises: 1, occasions: 0 },
      tags: [topic('敏感肌'), { ...topic('科学'), kind: 'form' }],
      handover: null,
    },
  ],
  readings: [
    {
      readingId: 'r1',
      repId: 'rep1',
      title: '换季用精华',
      lastAt: T0,
      totalMs: 80_000,
      sections: [
        { heading: '', ms: 4_000 }, // what stands before the first heading
        { heading: '读成分表', ms: 50_000 },
      ],
    },
  ],
})
