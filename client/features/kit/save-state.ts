// How far has the saving of one kit come? A pure state: events in, state out; what is saved stays saved.

export type ImageStep = 'waiting' | 'fetching' | 'fetched' | 'painting' | 'saving' | 'saved' | 'failed'
export type SavePhase = 'idle' | 'privacy' | 'album' | 'images' | 'text' | 'done' | 'privacy-refused' | 'album-refused'
export type SaveState = {
  readonly phase: SavePhase
  readonly images: readonly ImageStep[] // in the order in which they are shown
  readonly copied: boolean
}
export type SaveEvent =
  | { at: 'begin' }
  | { at: 'phase'; phase: SavePhase }
  | { at: 'image'; index: number; step: ImageStep }
  | { at: 'copied'; copied: boolean }

/** A kit of `count` pictures of which `saved` are in the album from an earlier time. */
export const startSave = (count: number, saved: readonly number[] = []): SaveState => ({
  phase: 'idle',
  images: Array.from({ length: count }, (_, index) => (saved.includes(index) ? 'saved' : 'waiting')),
  copied: false,
})

const retried = (step: ImageStep): ImageStep => (step === 'saved' ? 'saved' : 'waiting')

export const advanceSave = (state: SaveState, event: SaveEvent): SaveState => {
  switch (event.at) {
    case 'begin':
      return { phase: 'privacy', images: state.images.map(retried), copied: false }
    case 'phase':
      return { ...state, phase: event.phase }
    case 'copied':
      return { ...state, copied: event.copied }
    case 'image':
      return {
        ...state,
        images: state.images.map((step, index) => (index === event.index && step !== 'saved' ? event.step : step)),
      }
  }
}

const indexesOf = (state: SaveState, want: (step: ImageStep) => boolean): number[] =>
  state.images.flatMap((step, index) => (want(step) ? [index] : []))

export const savedOf = (state: SaveState): number[] => indexesOf(state, (step) => step === 'saved')
export const unsavedOf = (state: SaveState): number[] => indexesOf(state, (step) => step !== 'saved')
export const failedOf = (state: SaveState): number[] => indexesOf(state, (step) => step === 'failed')
export const isSaving = (state: SaveState): boolean =>
  state.phase === 'privacy' || state.phase === 'album' || state.phase === 'images' || state.phase === 'text'
