// Keys for whoever screens many concerns, and the preview while typing. Without script the buttons do the same.
// p and m only lead to their button: Enter then does the deed, so that a slip of a finger publishes nothing.
const frame = document.querySelector('[data-keys]');
const tick = document.querySelector('[data-keys-on]');
const remembered = 'keys-off';

/** @param {string} key */
function remember(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

if (frame instanceof HTMLElement && tick instanceof HTMLInputElement) {
  frame.hidden = false;
  tick.checked = remember(remembered) === null;
  tick.addEventListener('change', () => {
    try {
      if (tick.checked) localStorage.removeItem(remembered);
      else localStorage.setItem(remembered, '1');
    } catch {
      // Not remembered: it counts on this page.
    }
  });
}

/** @param {string} selector */
function lead(selector) {
  const place = document.querySelector(selector);
  if (!(place instanceof HTMLElement)) return;
  if (place instanceof HTMLDetailsElement) {
    place.open = true;
    const first = place.querySelector('input:not([type=hidden])');
    if (first instanceof HTMLElement) first.focus();
  } else {
    place.focus();
  }
  place.scrollIntoView({ block: 'center' });
}

/** @param {string} selector */
function follow(selector) {
  const link = document.querySelector(selector);
  if (link instanceof HTMLAnchorElement) location.assign(link.href);
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const { target } = event;
  if (event.key === 'Escape' && target instanceof HTMLElement) {
    target.blur();
    return;
  }
  const isTyping =
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'checkbox');
  if (isTyping || !(tick instanceof HTMLInputElement) || !tick.checked) return;
  switch (event.key) {
    case 'p':
      lead('[data-key-publish]');
      break;
    case 'm':
      lead('[data-key-merge]');
      break;
    case 'r':
      lead('[data-key-return]');
      break;
    case 'n':
    case 'ArrowRight':
      follow('[data-key-after]');
      break;
    case 'ArrowLeft':
      follow('[data-key-before]');
      break;
    default:
      return;
  }
  event.preventDefault();
});

const editor = document.querySelector('form[data-editor]');
if (editor instanceof HTMLFormElement) {
  const show = () => {
    let isEmpty = true;
    for (const name of ['Km', 'En']) {
      const version = editor.querySelector(`[data-preview="${name}"]`);
      const title = editor.querySelector(`[name="title${name}"]`);
      const words = editor.querySelector(`[name="words${name}"]`);
      if (!(version instanceof HTMLElement) || !(title instanceof HTMLInputElement)) continue;
      if (!(words instanceof HTMLTextAreaElement)) continue;
      const titleShown = version.querySelector('[data-preview-title]');
      const wordsShown = version.querySelector('[data-preview-words]');
      if (titleShown instanceof HTMLElement) {
        titleShown.textContent = title.value;
        titleShown.hidden = title.value.trim() === '';
      }
      if (wordsShown) wordsShown.textContent = words.value;
      version.hidden = title.value.trim() === '' && words.value.trim() === '';
      if (!version.hidden) isEmpty = false;
    }
    const empty = editor.querySelector('[data-preview-empty]');
    if (empty instanceof HTMLElement) empty.hidden = !isEmpty;
  };
  editor.addEventListener('input', show);
}
export {};
