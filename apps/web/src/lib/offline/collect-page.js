// On the pages of staff whose form may wait on their phone: says what waits there, and has the form kept.
const frame = document.querySelector('[data-sheets]');
const zero = document.documentElement.lang === 'km' ? 0x17e0 : 0x30;

/** @typedef {{ id: string, kind: string, page: string | null, state: string, why: string | null }} Item */

/** @param {string} name */
const words = (name) => (frame && frame.getAttribute(`data-words-${name}`)) || '';

/**
 * @param {object} message
 * @param {MessagePort[]} [ports] where the worker says that it is done
 */
function tell(message, ports = []) {
  navigator.serviceWorker.ready.then(({ active }) => active && active.postMessage(message, ports));
}

/**
 * @param {string} name
 * @param {() => void} deed
 */
function button(name, deed) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button button-quiet button-small';
  made.textContent = words(name);
  made.addEventListener('click', deed);
  return made;
}

/** @param {Item} item */
function refused(item) {
  const entry = document.createElement('li');
  const why = document.createElement('p');
  why.className = 'mistake';
  why.textContent = `${words('refused')} ${item.why || ''}`;
  entry.append(
    why,
    button('mend', () => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => location.assign(item.page || location.pathname);
      tell({ kind: 'mend', id: item.id }, [channel.port2]);
    }),
    button('drop', () => tell({ kind: 'drop', id: item.id })),
  );
  return entry;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let again;

/** Has the worker send what waits, and asks what there is. */
function wake() {
  const from = new URLSearchParams(location.search).get('from') === 'paper' ? '?from=paper' : '';
  tell({ kind: 'survey', id: location.pathname + from });
  const channel = new MessageChannel();
  channel.port1.onmessage = ({ data }) => show(data);
  tell({ kind: 'list' }, [channel.port2]);
}

/** @param {{ items?: readonly Item[], alert?: string }} shown */
function show(shown) {
  if (shown && shown.alert) {
    const pattern = document.querySelector(`[data-offline-alert="${shown.alert}"]`);
    if (!(pattern instanceof HTMLTemplateElement) || !frame) return;
    frame.after(document.importNode(pattern.content, true));
    return;
  }
  if (!shown || !shown.items || !(frame instanceof HTMLElement)) return;
  const ours = frame.getAttribute('data-sheets');
  const sheets = shown.items.filter(({ kind }) => kind === ours);
  const count = sheets.filter(({ state }) => state === 'waiting').length;
  const figure = String(count).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
  const line = frame.querySelector('[data-sheets-waiting]');
  if (line) line.textContent = count > 0 ? words('waiting').replace('{number}', figure) : '';
  const list = frame.querySelector('[data-sheets-refused]');
  if (list) {
    list.textContent = '';
    for (const item of sheets) if (item.state === 'refused') list.append(refused(item));
  }
  frame.hidden = sheets.length === 0;
  // A try may have failed although the network is there: nothing else on this page would try again.
  clearTimeout(again);
  if (count > 0) again = setTimeout(wake, 10000);
}

if ('serviceWorker' in navigator) {
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }) => show(data));
  window.addEventListener('online', wake);
  serviceWorker.register('/service-worker.js').then(wake, () => undefined);
}
export {};
