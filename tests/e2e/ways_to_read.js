// Forbidden on purpose: a test runs it in the content script's world, on a fixture of Converse.js.
// Gives the names of all ways; what the watch tells of each begins with its name.
() => {
  const row = document.querySelector('.chat-msg[data-msgid]');
  const words = row.querySelector('.chat-msg__body');
  const text = words.querySelector('converse-chat-message-body').firstChild;
  const link = Object.assign(document.createElement('a'), { href: '/who' });
  const field = Object.assign(document.createElement('textarea'), { value: 'words' });
  words.append(link, field);
  for (const name of ['data-id', 'id']) words.setAttribute(name, 'words');
  for (const name of ['aria-label', 'title', 'data-pre-plain-text']) row.setAttribute(name, 'words');
  document.cookie = 'who=me';
  const ways = {
    'textContent of <': () => row.textContent,
    'textContent of Text': () => text.textContent,
    'innerText of': () => words.innerText,
    'outerText of': () => words.outerText,
    'innerHTML of': () => row.innerHTML,
    'outerHTML of': () => words.outerHTML,
    'getHTML of': () => row.getHTML(),
    'nodeValue of': () => text.nodeValue,
    'data of Text': () => text.data,
    'wholeText of': () => text.wholeText,
    'substringData of': () => text.substringData(0, 2),
    'value of <textarea': () => field.value,
    'value of Attr': () => row.getAttributeNode('title').value,
    'getAttribute title of': () => row.getAttribute('title'),
    'getAttribute aria-label of': () => row.getAttribute('aria-label'),
    'getAttribute data-pre-plain-text of': () => row.getAttribute('data-pre-plain-text'),
    'getAttribute data-id of': () => words.getAttribute('data-id'),
    'getAttributeNode title of': () => row.getAttributeNode('title'),
    'getAttributeNames of': () => row.getAttributeNames(),
    'attributes of': () => row.attributes,
    'dataset of': () => row.dataset,
    'title of': () => row.title,
    'ariaLabel of': () => row.ariaLabel,
    'href of': () => link.href,
    'id of': () => words.id,
    'className of': () => row.className,
    'classList of': () => row.classList,
    'cookie of': () => document.cookie,
    'getSelection of': () => getSelection(),
    'createRange of': () => document.createRange(),
    'createTreeWalker of': () => document.createTreeWalker(row),
    'evaluate of': () => document.evaluate('//p', document),
    'serializeToString of': () => new XMLSerializer().serializeToString(row),
    'key of': () => new KeyboardEvent('keydown', { key: 'w' }).key,
    'code of': () => new KeyboardEvent('keydown', { code: 'KeyW' }).code,
    'data of InputEvent': () => new InputEvent('input', { data: 'w' }).data,
    'clipboardData of': () => new ClipboardEvent('paste').clipboardData,
    'getItem token of': () => localStorage.getItem('token'),
  };
  for (const way of Object.values(ways)) way();
  return Object.keys(ways);
}
