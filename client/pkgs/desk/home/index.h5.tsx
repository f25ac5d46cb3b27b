// HQ's desk in a browser; in the mini program index.tsx stands here.
import Desk from '../Desk.h5'

export default Desk
