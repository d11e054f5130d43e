// Everything the extension keeps, as text. Bytes are given one character each.
async () => {
  const bytes = (value) =>
    value instanceof Uint8Array || value instanceof ArrayBuffer
      ? [...new Uint8Array(value)].map((one) => String.fromCharCode(one)).join('')
      : value;
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('toward'));
  const all = { storage: await chrome.storage.local.get(null) };
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name);
    const keys = (await done(store.getAllKeys())).map(bytes);
    const values = await done(db.transaction(name).objectStore(name).getAll());
    all[name] = { keys, values };
  }
  db.close();
  return JSON.stringify(all, (_, value) => bytes(value));
}
