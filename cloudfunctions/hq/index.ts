// What can HQ do? Write posts, publish them, take them back, and see how they are read.
import { serve } from '../_kit/serve'
import { approvePool } from './approve-pool'
import { beginHandover } from './begin-handover'
import { cancelHandover } from './cancel-handover'
import { dropHqSignal } from './drop-hq-signal'
import { dropPlan } from './drop-plan'
import { listHqSignals } from './list-hq-signals'
import { listMembers } from './list-members'
import { listPlans } from './list-plans'
import { listPlaybooks } from './list-playbooks'
import { listPosts } from './list-posts'
import { listStores } from './list-stores'
import { publishPlaybook } from './publish-playbook'
import { publishPost } from './publish-post'
import { recallPost } from './recall-post'
import { retirePlaybook } from './retire-playbook'
import { saveHqSignal } from './save-hq-signal'
import { savePlan } from './save-plan'
import { savePlaybook } from './save-playbook'
import { savePost } from './save-post'
import { seeAdoption } from './see-adoption'
import { seeHeat } from './see-heat'
import { seeMe } from './see-me'
import { seePool } from './see-pool'
import { seePost } from './see-post'
import { seeReasons } from './see-reasons'
import { suggestWordings } from './suggest-wordings'

export const main = serve('hq', {
  'me.see': seeMe,
  'store.list': listStores,
  'member.list': listMembers,
  'handover.begin': beginHandover,
  'handover.cancel': cancelHandover,
  'post.list': listPosts,
  'post.see': seePost,
  'post.save': savePost,
  'post.publish': publishPost,
  'post.recall': recallPost,
  'pool.see': seePool,
  'pool.approve': approvePool,
  'post.heat': seeHeat,
  'adoption.see': seeAdoption,
  'talk.reasons': seeReasons,
  'playbook.list': listPlaybooks,
  'playbook.save': savePlaybook,
  'playbook.publish': publishPlaybook,
  'playbook.retire': retirePlaybook,
  'wording.suggest': suggestWordings,
  'signal.list': listHqSignals,
  'signal.save': saveHqSignal,
  'signal.drop': dropHqSignal,
  'plan.list': listPlans,
  'plan.save': savePlan,
  'plan.drop': dropPlan,
})
