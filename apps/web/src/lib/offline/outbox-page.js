// What waits on this phone. The worker has the rows; the page only shows them.
const frame = document.querySelector('[data-outbox]');
const list = document.querySelector('[data-outbox-list]');
const none = document.querySelector('[data-outbox-none]');
const pattern = document.querySelector('template[data-outbox-item]');

/** @typedef {{ id: string, kind: string, page: string | null, state: string, why: string | null, receipt: string | null }} Item */

/** @param {string} name */
const words = (name) => (frame && frame.getAttribute(`data-words-${name}`)) || '';

/**
 * @param {object} message
 * @param {MessagePort[]} [ports] where the worker says that it is done
 */
function tell(message, ports = []) {
  navigator.serviceWorker.ready.then(({ active }) => active && active.postMessage(message, ports));
}

/** @param {Item} item */
function entry(item) {
  if (!(pattern instanceof HTMLTemplateElement)) return null;
  const card = document.importNode(pattern.content, true);
  /** @param {string} name */
  const part = (name) => {
    const found = card.querySelector(`[data-item-${name}]`);
    return found instanceof HTMLElement ? found : document.createElement('p');
  };
  part('kind').textContent = words(item.kind);
  part('state').textContent = words(item.state);
  if (item.why) {
    part('why').hidden = false;
    const why = part('why').querySelector('p');
    if (why) why.textContent = item.why;
  }
  if (!item.receipt) part('receipt').remove();
  else {
    part('receipt').hidden = false;
    const digits = card.querySelector('[data-receipt]');
    if (digits) digits.textContent = (item.receipt.match(/\d{4}/g) || []).join(' ');
    part('kept').addEventListener('click', () => tell({ kind: 'kept', id: item.id }));
  }
  const see = part('page');
  if (item.page && see instanceof HTMLAnchorElement) {
    see.hidden = false;
    see.href = item.page;
  }
  const mend = part('mend');
  if (item.state === 'refused' && item.kind === 'raise' && mend instanceof HTMLAnchorElement) {
    mend.hidden = false;
    // The worker is told which one; its code stands in no address.
    mend.addEventListener('click', (event) => {
      event.preventDefault();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => location.assign(mend.href);
      tell({ kind: 'mend', id: item.id }, [channel.port2]);
    });
  }
  part('drop').hidden = item.state === 'sent';
  part('drop').addEventListener('click', () => tell({ kind: 'drop', id: item.id }));
  return card;
}

/** @param {{ items?: readonly Item[], alert?: string }} shown */
function show(shown) {
  if (!shown || !shown.items || !list || !(frame instanceof HTMLElement) || !(none instanceof HTMLElement))
    return;
  frame.hidden = shown.items.length === 0;
  none.hidden = shown.items.length > 0;
  list.textContent = '';
  for (const item of shown.items) {
    const card = entry(item);
    if (card) list.append(card);
  }
}

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.addEventListener('message', ({ data }) => show(data));
  navigator.serviceWorker.ready.then(({ active }) => {
    if (!active) return;
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => show(data);
    active.postMessage({ kind: 'list' }, [channel.port2]);
  });
  const send = document.querySelector('[data-outbox-send]');
  if (send) send.addEventListener('click', () => tell({ kind: 'send' }));
}
export {};
