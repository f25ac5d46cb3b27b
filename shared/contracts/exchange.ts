// What goes out in tables, and which names a rep brings in.
import * as z from 'zod'
import { CONTACT_FAULTS, IMPORT_PORTION, IMPORT_TAGS_MAX } from '../domain/contact-import'
import { EXPORT_KINDS, LOGGED_KINDS } from '../domain/export'
import { REMARK_MAX, TAG_MAX } from '../domain/limits'
import { action } from './action'
import { contactId, contactImportId, cursor, exportId, nothing } from './parts'

const cell = z.union([z.string(), z.number(), z.null()])
const kind = z.enum(EXPORT_KINDS)
const shownExport = z.strictObject({
  exportId: z.string(),
  kind: z.enum(LOGGED_KINDS),
  byName: z.string(),
  at: z.number(),
  days: z.int(),
  rows: z.int(),
  isWhole: z.boolean(), // false: it was not taken to the end
})
export type ShownExport = z.output<typeof shownExport>

/** Logs who takes which table out, before a row of it is given. days: how far back sums reach. Repeatable by exportId. */
export const beginExport = action(
  'editor',
  z.strictObject({ exportId, kind, days: z.int().min(1).max(90) }),
  z.strictObject({ exportId: z.string(), head: z.array(z.string()) }),
)
/** The next rows of an export begun within the last hour; cells are plain, the desk makes formulas harmless. */
export const pageExport = action(
  'editor',
  z.strictObject({ exportId, cursor: cursor.optional() }),
  z.strictObject({ rows: z.array(z.array(cell)), next: z.string().nullable() }),
)
export const listExports = action(
  'editor',
  z.strictObject({ cursor: cursor.optional() }),
  z.strictObject({ exports: z.array(shownExport), next: z.string().nullable() }),
)

const remark = z.string().trim().min(1).max(REMARK_MAX)
const tags = z.array(z.string().trim().min(1).max(TAG_MAX)).max(IMPORT_TAGS_MAX)

/** What stands in the way of these names, and which of her contacts are called the same; nothing is saved. */
export const checkContacts = action(
  'rep',
  z.strictObject({ rows: z.array(z.strictObject({ remark, tags })).min(1).max(IMPORT_PORTION) }),
  z.strictObject({
    rows: z.array(
      z.strictObject({
        fault: z.enum(CONTACT_FAULTS).nullable(),
        found: z.string(), // the word it is about, '' where the row as a whole is
        same: z.array(
          z.strictObject({ contactId: z.string(), remark: z.string(), readers: z.int(), tags: z.array(z.string()) }),
        ),
      }),
    ),
  }),
)
/** One portion of a list; ids come from the phone, so it may be sent again. into: add the tags to this contact instead. */
export const importContacts = action(
  'rep',
  z.strictObject({
    importId: contactImportId,
    rows: z
      .array(z.strictObject({ contactId, remark, tags, into: contactId.nullable() }))
      .min(1)
      .max(IMPORT_PORTION),
  }),
  z.strictObject({
    made: z.int(), // of this portion
    merged: z.int(),
    refused: z.array(z.strictObject({ remark: z.string(), fault: z.enum(CONTACT_FAULTS), found: z.string() })),
  }),
)
const shownImport = z.strictObject({
  importId: z.string(),
  at: z.number(),
  made: z.int(),
  merged: z.int(),
  undoneAt: z.number().nullable(),
  mayUndo: z.boolean(),
})
export type ShownImport = z.output<typeof shownImport>
export const listImports = action('rep', nothing, z.strictObject({ imports: z.array(shownImport) }))
/** Takes the names back that nothing was added to since; the others stay, and are told by name. */
export const undoImport = action(
  'rep',
  z.strictObject({ importId: contactImportId }),
  z.strictObject({ removed: z.int(), untagged: z.int(), kept: z.array(z.string()) }),
)
/** Her own names, in portions; the first portion logs that she takes them along. */
export const exportContacts = action(
  'rep',
  z.strictObject({ exportId, cursor: cursor.optional() }),
  z.strictObject({
    names: z.array(z.strictObject({ remark: z.string(), tags: z.array(z.string()), at: z.number() })),
    next: z.string().nullable(),
  }),
)
