// What time is it? Rules take `now` as an argument; the shell asks here and nowhere else.

export const now = (): number => Date.now()
