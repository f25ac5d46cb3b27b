// What runs by itself? The job table; one timer fires it every minute.
import { serveJobs } from '../_kit/serve-jobs'
import { beginSignIns } from './begin-sign-ins'
import { countPolls } from './count-polls'
import { countReadings } from './count-readings'
import { dropExpired } from './drop-expired'
import { dropImports } from './drop-imports'
import { dropOffers } from './drop-offers'
import { dropOld } from './drop-old'
import { expirePosts } from './expire-posts'
import { finishRosters } from './finish-rosters'
import { makeDays } from './make-days'
import { passOnContacts } from './pass-contacts'
import { publishDue } from './publish-due'
import { queueWebhooks } from './queue-webhooks'
import { refreshReaders } from './refresh-readers'
import { runChecks } from './run-checks'
import { sendDigest } from './send-digest'
import { sendNotices } from './send-notices'
import { sendWebhooks } from './send-webhooks'
import { setAside } from './set-aside'
import { settleLedger } from './settle-ledger'
import { sortCircles } from './sort-circles'
import { sumDeals } from './sum-deals'
import { sumHabits } from './sum-habits'
import { sumSpread } from './sum-spread'
import { sumSupport } from './sum-support'
import { sumWork } from './sum-work'
import { watchOps } from './watch-ops'

export const main = serveJobs({
  // before whatever may take long, or end the function
  'watch-ops': watchOps,
  'publish-due': publishDue,
  'expire-posts': expirePosts,
  'finish-rosters': finishRosters,
  'pass-contacts': passOnContacts,
  'set-aside': setAside,
  'count-readings': countReadings,
  'sum-work': sumWork,
  'sum-habits': sumHabits,
  'sum-spread': sumSpread,
  'sort-circles': sortCircles,
  'sum-deals': sumDeals,
  'count-polls': countPolls,
  'sum-support': sumSupport,
  'drop-expired': dropExpired,
  'refresh-readers': refreshReaders,
  'make-days': makeDays,
  'send-digest': sendDigest,
  'send-notices': sendNotices,
  'run-checks': runChecks,
  'drop-imports': dropImports,
  'drop-offers': dropOffers,
  'drop-old': dropOld,
  'begin-sign-ins': beginSignIns,
  'queue-webhooks': queueWebhooks,
  'settle-ledger': settleLedger,
  'send-webhooks': sendWebhooks,
})
