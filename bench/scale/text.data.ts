// The sentences of docs/scale.md that are not figures.
import type { Assumed } from './assumed.data'
import type { Counts } from './counts.data'

export const HEAD = ({ commit, at }: { commit: string; at: string }, counts: Counts, assumed: Assumed): string =>
  `# How far CloudBase carries

Written by \`node tools/run.mjs scale\`; a test sees to it that it is up to date. **Nothing here was run in a paid environment.** Counts are measured by the local cloud's meter (\`npm run bench -- reading --only cost\`, commit ${commit}, ${at}); everything else is arithmetic and a simulation over documented quotas, with the assumptions below.

One reading, with its opening and its share of the jobs: ${counts.calls} calls, ${counts.dbReads} requests that read and ${counts.dbWrites} that write, ${counts.docsRead} documents read and ${counts.docsWritten} written, ${Math.round(counts.bytesOut / 100) / 10} kB sent to the phone, ${counts.storedBytes} B stored with sums and indexes. Of the requests ${counts.jobRequests} are the jobs', counted over one tick after 2,000 readings. Once a day, however little is read, a rep's contacts are sorted into circles: ${counts.aRepADay.dbReads} requests that read and ${counts.aRepADay.dbWrites} that write a rep. Every minute, also when nobody does anything, the jobs look whether there is something to do: ${counts.aMinute.dbReads} requests that read and ${counts.aMinute.dbWrites} that write, one after another; in a small shop that is most of what it pays for. On 基础版, whose database takes 30 requests a second from everybody, the jobs keep to 15 of them (\`RIPPLE_JOBS_PER_SECOND\`).

Assumed: one database request takes ${assumed.dbMs} ms and a call ${assumed.callMs} ms of its own in ${assumed.memoryGb * 1_024} MB; a day's busiest hour has ${assumed.peakHour * 100} % of its readings and its busiest second ${assumed.peakSecond} times that hour's mean; readings are kept ${assumed.keptDays} days. A rep's readings are ${assumed.readingsPerRepADay} a day. Beside the readings stand pictures, ${assumed.pictureKbPerReading} kB of them in a reading, and what reps call themselves: ${assumed.repCallsADay} calls a day with ${assumed.repCall.dbReads} requests that read and ${assumed.repCall.dbWrites} that write in each. Both are assumed, not measured, and in no table but the column that names them; HQ's own work is not counted.`

/** In the order of STEPS. */
export const CHANGES: readonly string[] = [
  'nothing: one shop trying it out',
  'a larger plan; the rest as it is',
  'counting in several batches at once, by shard of the post (ADR 0011 says how); readings older than a month packed into files; the 500 calls a second raised by a ticket',
  'no longer one environment: an environment for each region, or the readings in CloudBase PG mode with partitions by month; the article from the CDN; reports steered to first and last; archive in file storage',
]

export const FOOT = `A reader whose opening is refused taps again after three seconds (seven in ten do, three times at most); a report that is refused stays on the phone and rides with the next one, the last one goes once more after 2.5 s, and what is still there goes at the next opening. So nothing is counted twice and a state is lost only if she never opens an article again. *Fewer beats*: only the first and the last report (the server's reply can say so today: \`nextBeatMs\`). *Article cached*: the words from the CDN, one request left to learn whose link it is; not built.

**Credits (资源点).** Modules are documented (FLEXDB, SCF, COS, HOSTING, APIInvocation, HTTPInvocation, …), a price per unit was not found in public pages; put the month's calls, GB·s and documents above into the console's calculator.

**What counts as a read** (one request, or each document it returns) and **what a pack's “call” is** (a function's call, or every request) are not documented either; low and high figures are the two readings.

**Packing.** A finished month of a rep's readings by columns, gzip: 13.8 B a reading (\`npm run bench -- scale\`, simulated readings), against 394 B of its document and indexes. Not built. Sums stay where they are, so screens do not change; who read what is shown for 180 days and never longer.

**Hot documents.** A viral post costs one write per sum and batch, whoever reads: the reading's own document is the only one written by a report.
`
