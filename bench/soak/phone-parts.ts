// What of the product runs on a simulated phone? Its own code from the running stopwatch down to the one way to call the cloud.
export { readingsOf, readQueue } from '@/features/reading/memory'
export { runReading } from '@/features/reading/run-reading'
export { sendAllReports } from '@/features/reading/send-reports'
export { CallError, call } from '@/platform/call'
export { mintId, mintShareToken } from '@/platform/mint'
export { countWaiting, deliver, flushOutbox, post, startOutbox } from '@/platform/outbox'
