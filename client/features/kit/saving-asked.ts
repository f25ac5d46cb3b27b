// Was 保存图文 tapped on another page? Then saving starts as the kit opens: once, not again after a reload.
let asked: string | null = null

export const askSaving = (postId: string): void => {
  asked = postId
}

export const takeSavingAsked = (postId: string): boolean => {
  const yes = asked === postId
  asked = null
  return yes
}
