// What may programs of the firm ask over HTTP? Each with a token HQ gave it; who calls is known by nothing else.
import { serveHttp } from '../_kit/serve-http'
import { listColumns } from './list-columns'
import { listDeliveries } from './list-deliveries'
import { listMembers } from './list-members'
import { listPosts } from './list-posts'
import { listStores } from './list-stores'
import { replayDelivery } from './replay-delivery'
import { seeHealth } from './see-health'
import { seePost } from './see-post'
import { seeWork } from './see-work'

export const main = serveHttp(
  {
    'posts.list': listPosts,
    'posts.see': seePost,
    'columns.list': listColumns,
    'stores.list': listStores,
    'members.list': listMembers,
    'work.see': seeWork,
    'deliveries.list': listDeliveries,
    'deliveries.replay': replayDelivery,
  },
  seeHealth,
)
