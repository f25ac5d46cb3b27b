// How much is too much: every limit that people can run into, named once.

export const POST_TEXT_MAX = 2_000 // characters of Moments text, spintax included
export const FIRST_COMMENT_MAX = 500
// so much of an article, with thirty pictures, is drawn at once on the smallest phone (test/journeys/weapp-long-article)
export const ARTICLE_MAX = 8_000 // characters of all headings and paragraphs together
export const SECTIONS_MAX = 30
export const PARAGRAPHS_MAX = 120 // of the whole article
export const SECTION_PARAGRAPHS_MAX = 50
export const IMAGES_MAX = 9
/** Parts of one image that are never cut into or painted over. */
export const KEEP_OUT_MAX = 8
export const IMAGE_BYTES_MAX = 10 * 1024 * 1024
export const IMAGE_PIXELS_MAX = 50_000_000
export const LOCKED_WORDS_MAX = 60
/** Words HQ may keep out of one post's texts. */
export const VETOES_MAX = 40
export const TOPICS_MAX = 5
export const REMARK_MAX = 20
export const TAG_MAX = 12 // characters
export const TAGS_GIVEN_MAX = 20
export const HOME_MAX = 6 // contacts in one home
export const REPORT_READINGS_MAX = 10
export const REPORT_AGE_MAX_MS = 60 * 86_400_000 // what a phone brings that was offline for longer is not believed
export const REQUEST_BYTES_MAX = 100 * 1024
export const REQUEST_DEPTH_MAX = 40 // levels of what is sent; the deepest that anything takes is a dozen

/** What a rep writes down at once: a note, a paste, a promise. */
export const NOTE_MAX = 500 // characters
export const PASTE_MAX = 2_000
export const PROMISE_MAX = 60
export const OCCASION_NAME_MAX = 12
export const NOTE_PHOTOS_MAX = 6
/** The latest dealings with a contact that her sheet remembers. */
export const TOUCHES_MAX = 30
export const GROUPS_MAX = 60 // per rep
export const GROUP_NAME_MAX = 20
export const GROUP_THEME_MAX = 12
export const GROUP_RULES_MAX = 10
export const GROUP_RULE_MAX = 60 // characters
export const GROUP_PLANS_MAX = 100
export const PLAN_ITEMS_MAX = 12 // per plan
export const PLAN_ACT_MAX = 60 // characters
export const SIGNAL_RULES_MAX = 60 // per owner
export const SIGNAL_WORDS_MAX = 30 // per rule
export const SIGNAL_WORD_MAX = 12 // characters
export const SIGNAL_NAME_MAX = 12
export const SIGNAL_TALK_MAX = 60
export const SIGNAL_DAYS_MAX = 60
/** How many talks a day a rep may ask for, and how many she gets unasked. */
export const TALKS_A_DAY_MAX = 12
export const TALKS_A_DAY = 6
