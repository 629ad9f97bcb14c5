// "Is it this?" while a child writes: what others of the commune have said already, to support with one tap.
const field = document.querySelector('[data-similar-text]');
const frame = document.querySelector('[data-similar]');
const list = document.querySelector('[data-similar-list]');
const form = field && field.closest('form');
const commune = form && form.querySelector('input[name="commune"]');
const seen = form && form.querySelector('input[name="seenSimilar"]');

/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
let asked = '';

/** @param {{ id: string, text: string, lang: string, supporters: string }} issue */
function entry(issue) {
  const item = document.createElement('li');
  const title = document.createElement('p');
  const strong = document.createElement('strong');
  strong.textContent = issue.text;
  strong.lang = issue.lang;
  title.append(strong, ` · ${issue.supporters}`);
  const button = document.createElement('button');
  button.className = 'button button-quiet';
  button.name = 'issue';
  button.value = issue.id;
  button.setAttribute('formaction', '/raise?/support');
  button.textContent = (list && list.getAttribute('data-similar-words')) || '';
  item.append(title, button);
  return item;
}

async function look() {
  if (!(field instanceof HTMLTextAreaElement) || !(commune instanceof HTMLInputElement)) return;
  const text = field.value.trim();
  if (text === asked || commune.value === '') return;
  asked = text;
  if (text.length < 12) return;
  try {
    const response = await fetch('/raise/similar', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, commune: commune.value }),
    });
    if (!response.ok || text !== asked) return;
    /** @type {{ id: string, text: string, lang: string, supporters: string }[]} */
    const issues = await response.json();
    if (!(frame instanceof HTMLElement) || !list) return;
    list.textContent = '';
    for (const issue of issues) list.append(entry(issue));
    frame.hidden = issues.length === 0;
    // They have been seen here: sending does not ask once more.
    if (seen instanceof HTMLInputElement && issues.length > 0) seen.value = 'yes';
  } catch {
    // Offline or slow: the screen after sending asks the same.
  }
}

if (field) {
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 700);
  });
}
export {};
