/** One's own id, where an app keeps it in the page's storage. Tokens lie beside it: only this is read. */
const OWN_ID = /^([a-z]+_user_id|matrixActiveSession)$/;

export function readStored(name: string): string | null {
  if (!OWN_ID.test(name)) throw new Error(`${name} is not open to read`);
  try {
    return localStorage.getItem(name);
  } catch {
    // A page may be without storage.
    return null;
  }
}
