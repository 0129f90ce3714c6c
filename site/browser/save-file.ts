/** Milliseconds after which nobody reads the bytes any more: browsers start a download at once. */
const KEPT_MS = 60_000;

/** Gives bytes to the person as a file. The name is one that `fileName` let through. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), KEPT_MS);
}
