// Communes while typing. Without script the button beside the field does the same.
for (const frame of document.querySelectorAll('[data-find-place]')) {
  const field = frame.querySelector('[data-find-text]');
  const results = frame.querySelector('[data-find-results]');
  if (!(field instanceof HTMLInputElement) || !(results instanceof HTMLElement)) continue;
  const isButton = frame.getAttribute('data-find-place') === 'button';
  const action = frame.getAttribute('data-find-action') || '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  let asked = '';

  const look = async () => {
    const text = field.value.trim();
    if (text === asked) return;
    asked = text;
    if (text === '') {
      results.textContent = '';
      return;
    }
    try {
      const response = await fetch('/places', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      if (!response.ok || text !== asked) return;
      /** @type {{ code: string, line: string }[]} */
      const places = await response.json();
      results.textContent = '';
      if (places.length === 0) {
        const none = document.createElement('p');
        none.className = 'hint';
        none.textContent = results.getAttribute('data-find-none');
        results.append(none);
        return;
      }
      const list = document.createElement('ul');
      list.className = 'place-list';
      for (const place of places) {
        const item = document.createElement('li');
        const choice = document.createElement(isButton ? 'button' : 'a');
        choice.className = 'place-option';
        choice.textContent = place.line;
        if (choice instanceof HTMLButtonElement) {
          choice.name = 'go';
          choice.formAction = action;
          choice.value = `place:${place.code}`;
        } else if (choice instanceof HTMLAnchorElement) {
          choice.href = `/issues?commune=${place.code}`;
        }
        item.append(choice);
        list.append(item);
      }
      results.append(list);
    } catch {
      // Offline or slow: the button is still there.
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 250);
  });
}
export {};
