// What is offered here, on which terms, and what has been asked about it?
import { findSubmission } from '../_kit/data/submissions'
import { found } from '../_kit/errors'
import type { Handler } from '../_kit/serve'
import { showHqOffer } from '../_kit/show-offer'

export const seeSubmission: Handler<'hq', 'submission.see'> = async ({ submissionId }) =>
  showHqOffer(found(await findSubmission(submissionId), 'no-such-offer', 'submissionId'))
