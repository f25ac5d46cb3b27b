// What runs by itself? The job table; one timer fires it every minute.
import { serveJobs } from '../_kit/serve-jobs'
import { countReadings } from './count-readings'
import { dropExpired } from './drop-expired'
import { makeDays } from './make-days'
import { passOnContacts } from './pass-contacts'
import { publishDue } from './publish-due'
import { refreshReaders } from './refresh-readers'
import { sendDigest } from './send-digest'
import { sendNotices } from './send-notices'
import { setAside } from './set-aside'

export const main = serveJobs({
  'publish-due': publishDue,
  'pass-contacts': passOnContacts,
  'set-aside': setAside,
  'count-readings': countReadings,
  'drop-expired': dropExpired,
  'refresh-readers': refreshReaders,
  'make-days': makeDays,
  'send-digest': sendDigest,
  'send-notices': sendNotices,
})
