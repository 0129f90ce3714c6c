/** Names that Windows keeps for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Characters and endings that no file of Windows can have. */
const FORBIDDEN = /[<>:"|?*]|[. ]$/;

/** Whether a checkout on Windows can hold a file of this name (“Naming Files, Paths, and Namespaces” of Win32). */
export const isPortableName = (name: string): boolean => !DEVICE.test(name) && !FORBIDDEN.test(name);

/**
 * A name with its letters composed (NFC). macOS writes «й» as two characters; the same name typed elsewhere is another
 * sequence of bytes, so git, addresses and hashes see two names where people see one.
 */
export const composed = (name: string): string => name.normalize('NFC');
