/** The public surface of the room: Designer XML of managed forms → the records that a platform writes for them. */
export { compareForm, type Comparison } from './compare.ts';
export { FormError } from './error.ts';
export type { FormOwner } from './form-scope.ts';
export { NO_OWNER, readBinaryOwner, readFormDescriptor, readFormOwner } from './object-source.ts';
