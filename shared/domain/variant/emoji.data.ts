// Which emoji say nearly the same? Only faces of one feeling and ornaments: never food, animals or goods (those are facts).

export const EMOJI_CLASSES: readonly (readonly string[])[] = [
  ['💕', '💗', '💛', '❤️', '🧡'],
  ['💪', '⚡', '🔥'],
  ['🎁', '🎀', '💝'],
  ['✨', '🌟', '💫', '⭐'],
  ['😊', '🙂', '😄', '☺️'],
  ['🎉', '🎊', '🥳'],
  ['🌿', '🍃', '🍀', '🌱'],
  ['🌸', '🌷', '🌼', '💐'],
  ['☀️', '🌞', '🌤️'],
  ['👉', '➡️', '▶️'],
  ['👀', '👋'],
  ['👍', '👏', '🙌'],
  ['😍', '🥰'],
  ['😂', '🤣'],
  ['📍', '🚩'],
  ['💬', '💌'],
  ['📞', '☎️'],
  ['✅', '☑️', '✔️'],
]

/** Ornaments that may stand after a sentence, by tone; none in the expert voice. Neutral: they add no claim and no joke. */
export const ENDING_EMOJI = {
  warm: ['🌿', '✨', '🍀', '🌼'],
  expert: [],
  lively: ['✨', '🌟', '💫', '🎈', '🙌'],
} as const
