// How does a figure stand after Chinese words? With a space between them; Chinese after Chinese has none.

/** What is put into a sentence right behind a Chinese character. */
export const afterHan = (text: string): string => (/^[0-9A-Za-z]/.test(text) ? ` ${text}` : text)
