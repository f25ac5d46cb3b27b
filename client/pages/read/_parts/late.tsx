// The mini program has what stands below the article from the start.
export { Below } from './Below'
