// How much smaller is what our phone pages draw, so that it stands on the desk as on a phone?

const PHONE_ROOT_PX = 20.8 // the root size of a 390 px wide phone; a wide window has a larger one

export const phoneScale = (): number =>
  PHONE_ROOT_PX / (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || PHONE_ROOT_PX)
