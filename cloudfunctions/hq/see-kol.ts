// Which tiers of key people does HQ keep, and which support for each?
import { findKolSettings } from '../_kit/data/supports'
import type { Handler } from '../_kit/serve'

export const seeKol: Handler<'hq', 'kol.see'> = () => findKolSettings()
