/** SHA-1 as `configinfo` spells it: base64. WebCrypto, the same in a browser. */
export async function sha1Base64(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', new Uint8Array(bytes)));
  return btoa(String.fromCharCode(...digest));
}
