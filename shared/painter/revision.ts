// Which painter painted a picture that was kept? One that paints otherwise has another number, and what is kept is painted anew.

/** Raise it with every change that a kept picture would show. */
export const PAINTER_REV = 1
