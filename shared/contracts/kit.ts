// The rep's side of a post: her list, her own text and images, her marks, her shares.
import * as z from 'zod'
import { IMAGES_MAX, POST_TEXT_MAX } from '../domain/limits'
import type { Recipe } from '../domain/recipe'
import { action } from './action'
import {
  agoMs,
  channel,
  cloudFile,
  contactId,
  groupId,
  nothing,
  postId,
  shareToken,
  shownImage,
  tone,
  version,
} from './parts'

export const marks = z.strictObject({
  savedAt: z.number().nullable(),
  savedImages: z.int(),
  postedAt: z.number().nullable(),
})

export const seeMe = action(
  'rep',
  nothing,
  z.strictObject({
    memberId: z.string(),
    name: z.string(),
    tone,
    avatar: cloudFile.nullable(),
    storeName: z.string(),
    company: z.string(),
    /** where links and ordinary QR codes lead readers in a browser, e.g. https://read.example.com */
    readerUrl: z.string(),
  }),
)

export const listKits = action(
  'rep',
  nothing,
  z.strictObject({
    posts: z.array(
      z.strictObject({
        postId: z.string(),
        version,
        title: z.string(),
        column: z.string(),
        publishedAt: z.number(),
        imageCount: z.int(),
        thumbUrls: z.array(z.string()),
        marks,
      }),
    ),
    /** what she saved and HQ took back, until she says that she knows */
    recalled: z.array(
      z.strictObject({
        postId: z.string(),
        version,
        title: z.string(),
        reason: z.string(),
        at: z.number(),
        posted: z.boolean(),
      }),
    ),
  }),
)

const recipe = z.custom<Recipe>((value) => typeof value === 'object' && value !== null)

/** Her words for one version of a post. */
export const ownWords = z.strictObject({
  text: z.string(), // what she copies: her own edit, or what was dealt
  dealt: z.string(), // what was dealt to her; an edit is judged against it
  tone,
  lockedWords: z.array(z.string()),
  rolls: z.int(), // how often she has asked for another text
  rollsLeft: z.int(),
  /** how the dealt text departs from what HQ wrote; null for kits from before this was kept */
  changes: z
    .strictObject({
      opener: z.string(),
      asides: z.array(z.string()), // lines between two sentences
      closer: z.string(),
      words: z.array(z.strictObject({ from: z.string(), to: z.string() })),
      layout: z.boolean(),
    })
    .nullable(),
})
export type OwnWords = z.output<typeof ownWords>

/** Her pictures in the order she shows them, each with the recipe it is painted by. */
export const ownPictures = z.strictObject({
  images: z.array(z.strictObject({ image: shownImage, recipe })),
  pictureRolls: z.int(), // how often she has asked for another set
  pictureRollsLeft: z.int(),
})
export type OwnPictures = z.output<typeof ownPictures>

export const openKit = action(
  'rep',
  z.strictObject({ postId }),
  z.strictObject({
    postId: z.string(),
    version,
    title: z.string(),
    ...ownWords.shape,
    firstComment: z.string(),
    credit: z.string().optional(), // whom readers are told to thank for it; '' nobody by name
    ...ownPictures.shape,
    card: z.strictObject({ name: z.string(), store: z.string(), avatar: cloudFile.nullable() }),
    cover: shownImage.nullable(),
    excerpt: z.string(),
    marks,
  }),
)
export type OpenedKit = z.output<typeof openKit.output>

/** Another text. `rolls`: how many she had when she asked, so that a repeated request deals once. */
export const rerollKit = action('rep', z.strictObject({ postId, version, rolls: z.int().min(0) }), ownWords)

/** Another set of pictures. `rolls`: how many she had when she asked, so that a repeated request deals once. */
export const repaintKit = action('rep', z.strictObject({ postId, version, rolls: z.int().min(0) }), ownPictures)

/** Her own wording; null: back to what was dealt. Refused with what it breaks: her phone has judged it by the same rule. */
export const editKit = action(
  'rep',
  z.strictObject({ postId, version, text: z.string().trim().min(1).max(POST_TEXT_MAX).nullable() }),
  ownWords,
)

export const markKit = action(
  'rep',
  z.strictObject({
    postId,
    version,
    mark: z.discriminatedUnion('mark', [
      z.strictObject({ mark: z.literal('saved'), images: z.int().min(0).max(IMAGES_MAX) }),
      z.strictObject({ mark: z.literal('posted') }),
      z.strictObject({ mark: z.literal('unposted') }),
    ]),
    agoMs: agoMs.default(0), // how long ago she said so: of several phones the last said holds
  }),
  marks,
)

export const recordShare = action(
  'rep',
  z.strictObject({
    token: shareToken,
    postId,
    channel,
    contactId: contactId.nullable().default(null),
    groupId: groupId.nullable().default(null), // into which of her groups; then it is meant for no one contact
  }),
  z.strictObject({ token: z.string() }),
)

/** The code for her poster: a mini-program code when the mini program asks, an ordinary QR to the web page else. */
export const codePoster = action(
  'rep',
  z.strictObject({ postId, token: shareToken }),
  z.strictObject({ token: z.string(), url: z.string(), fileId: z.string(), kind: z.enum(['mini-code', 'qr']) }),
)

/**
 * For phones that cannot paint: her pictures painted in the cloud. `indexes`: places in the order she shows them.
 * Painted once and kept; the same request again answers with the same files.
 */
export const paintKit = action(
  'rep',
  z.strictObject({
    postId,
    version,
    rolls: z.int().min(0), // which of her sets she sees: another phone of hers may have asked for the next
    indexes: z
      .array(
        z
          .int()
          .min(0)
          .max(IMAGES_MAX - 1),
      )
      .min(1)
      .max(IMAGES_MAX),
  }),
  z.strictObject({ pictures: z.array(z.strictObject({ index: z.int(), ...cloudFile.shape })) }),
)

export const posterDesign = z.enum(['paper', 'leaf', 'night'])

/** Her poster painted in the cloud, with the code of the given kind that poster.code made before. */
export const paintPoster = action(
  'rep',
  z.strictObject({
    postId,
    version,
    design: posterDesign,
    kind: z.enum(['mini-code', 'qr']),
    lang: z.enum(['zh', 'en']),
  }),
  cloudFile,
)

/** Where she may upload a picture of herself. */
export const prepareAvatar = action(
  'rep',
  nothing,
  z.strictObject({ uploadUrl: z.string(), headers: z.record(z.string(), z.string()), fileId: z.string() }),
)

/** The uploaded picture becomes hers, small and square; null: she has none again. */
export const takeAvatar = action(
  'rep',
  z.strictObject({ fileId: z.string().max(300).nullable() }),
  z.strictObject({ avatar: cloudFile.nullable() }),
)
