// Where does a customer answer an invitation?
const PAGE = '/pkgs/account/partner/index'

/** partnerId '': of no invitation in particular, what is hers. */
export const invitationPath = (partnerId: string): string => (partnerId === '' ? PAGE : `${PAGE}?i=${partnerId}`)
