// Which lists of names can no longer be taken back? What was kept for that goes; the contacts stay.
import { IMPORT_UNDO_MS } from '@shared/domain/contact-import'
import { removeImportsBefore } from '../_kit/data/contact-imports'
import type { Job } from '../_kit/serve-jobs'

export const dropImports: Job = (now) => removeImportsBefore(now - IMPORT_UNDO_MS)
