// What kinds of days matter to a contact? Apart from the calendars, so that the phone may have the names alone.

export const OCCASION_KINDS = ['birthday', 'anniversary', 'family', 'other'] as const
export type OccasionKind = (typeof OCCASION_KINDS)[number]
