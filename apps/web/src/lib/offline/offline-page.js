// Says on every page of children what waits on this phone, and wakes the worker that sends it.
// Not every phone of 2020 knows Khmer digits.
const zero = document.documentElement.lang === 'km' ? 0x17e0 : 0x30;

/** @param {number} count */
const figure = (count) => String(count).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/**
 * @param {string} name
 * @param {number} count
 */
function say(name, count) {
  const place = document.querySelector(`[data-${name}-words]`);
  if (!place) return;
  const words = place.getAttribute(`data-${name}-words`) || '';
  place.textContent = count > 0 ? ` ${words.replace('{number}', figure(count))} ` : '';
}

/** @param {{ waiting?: number, refused?: number, alert?: string }} news */
function show(news) {
  if (news.alert) {
    const pattern = document.querySelector(`[data-offline-alert="${news.alert}"]`);
    if (!(pattern instanceof HTMLTemplateElement)) return;
    for (const old of document.querySelectorAll('[data-offline-said]')) old.remove();
    const said = document.createElement('div');
    said.setAttribute('data-offline-said', news.alert);
    said.append(document.importNode(pattern.content, true));
    pattern.after(said);
    said.scrollIntoView({ block: 'center' });
    return;
  }
  const waiting = news.waiting || 0;
  const refused = news.refused || 0;
  say('waiting', waiting);
  say('refused', refused);
  const line = document.querySelector('[data-waiting]');
  if (line instanceof HTMLElement) line.hidden = waiting + refused === 0;
}

const commune = document.querySelector('input[name="commune"]');
for (const place of document.querySelectorAll('[data-place-of]')) {
  // The form was kept for another commune than the one that was chosen: its villages are not these.
  if (!(commune instanceof HTMLInputElement) || commune.value === place.getAttribute('data-place-of'))
    continue;
  place.remove();
}

// Pages are kept as they are shown: in another language, or with pictures, they are fetched anew.
const shown =
  document.documentElement.lang + (document.documentElement.hasAttribute('data-pictures') ? '+' : '');

if ('serviceWorker' in navigator) {
  const wake = () =>
    navigator.serviceWorker.ready.then(({ active }) => {
      if (active) active.postMessage({ kind: 'load', language: shown });
    });
  navigator.serviceWorker.addEventListener('message', ({ data }) => show(data));
  window.addEventListener('online', wake);
  const start = () => {
    // The page comes first; what is fetched for later waits for it.
    navigator.serviceWorker.register('/service-worker.js').then(wake, () => undefined);
  };
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start);
}
export {};
