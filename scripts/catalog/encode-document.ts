/**
 * A published document as bytes: compact JSON in UTF-8, members in the order in which the code names them, no line end
 * at the end. The same value gives the same bytes on every machine. Members that are `undefined` are left out.
 */
export const encodeDocument = (document: object): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(document));
