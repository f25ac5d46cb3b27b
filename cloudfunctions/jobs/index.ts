// What runs by itself? The job table; one timer fires it every minute.
import { serveJobs } from '../_kit/serve-jobs'
import { dropExpired } from './drop-expired'
import { publishDue } from './publish-due'

export const main = serveJobs({ 'publish-due': publishDue, 'drop-expired': dropExpired })
