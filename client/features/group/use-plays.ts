// The plays for a group: sessions led step by step, and micro-classes planned lesson by lesson.
import type { ListedPlaybook } from '@shared/contracts/playbook'
import { useQuery } from '@tanstack/react-query'
import { call } from '@/platform/call'

const SCENES_OF_GROUPS: readonly string[] = ['group-session', 'micro-class']

export const usePlays = () =>
  useQuery({ queryKey: ['rep', 'playbook.list'], queryFn: () => call('rep', 'playbook.list', {}) })

export const forGroups = (playbooks: readonly ListedPlaybook[]): ListedPlaybook[] =>
  playbooks.filter(({ scene }) => SCENES_OF_GROUPS.includes(scene))
