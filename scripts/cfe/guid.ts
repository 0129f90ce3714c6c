/** GUID of zeros: "nothing" in references. */
export const NIL_GUID = '00000000-0000-0000-0000-000000000000';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a GUID as the platform writes it, in lower case. */
export const isGuid = (text: string): boolean => GUID.test(text);
