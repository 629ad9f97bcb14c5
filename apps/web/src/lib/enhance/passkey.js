// Passkeys, where the browser has them. Without, the six digits do the same.

/** @param {string} text base64url */
function bytesOf(text) {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

/** @param {ArrayBuffer | null | undefined} buffer */
function textOf(buffer) {
  if (!buffer) return undefined;
  const plain = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** @param {any[] | undefined} list */
function credentials(list) {
  return (list || []).map((entry) => Object.assign({}, entry, { id: bytesOf(entry.id) }));
}

/**
 * Asks the browser, and gives its answer in the form the service reads.
 *
 * @param {string} kind `get` to sign in, `create` to make a new passkey
 * @param {any} options as the service made them
 */
async function answerOf(kind, options) {
  const publicKey = Object.assign({}, options, { challenge: bytesOf(options.challenge) });
  /** @type {any} */
  let made;
  if (kind === 'create') {
    publicKey.user = Object.assign({}, options.user, { id: bytesOf(options.user.id) });
    publicKey.excludeCredentials = credentials(options.excludeCredentials);
    made = await navigator.credentials.create({ publicKey });
  } else {
    publicKey.allowCredentials = credentials(options.allowCredentials);
    made = await navigator.credentials.get({ publicKey });
  }
  const { response } = made;
  return {
    id: made.id,
    rawId: textOf(made.rawId),
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment || undefined,
    clientExtensionResults: made.getClientExtensionResults(),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: textOf(response.userHandle),
      transports: response.getTransports ? response.getTransports() : undefined,
    },
  };
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!(form instanceof HTMLFormElement) || !window.PublicKeyCredential) continue;
  const start = form.querySelector('[data-passkey-start]');
  const options = form.querySelector('[data-passkey-options]');
  const answer = form.querySelector('[data-passkey-response]');
  const failed = form.querySelector('[data-passkey-failed]');
  if (!start || !(options instanceof HTMLInputElement) || !(answer instanceof HTMLInputElement)) continue;
  form.hidden = false;
  start.addEventListener('click', async () => {
    try {
      answer.value = JSON.stringify(
        await answerOf(form.getAttribute('data-passkey') || 'get', JSON.parse(options.value)),
      );
      form.submit();
    } catch {
      if (failed instanceof HTMLElement) failed.hidden = false;
    }
  });
}

const isAble = Boolean(window.PublicKeyCredential);
for (const place of document.querySelectorAll('[data-passkey-none], [data-passkey-some]')) {
  if (place instanceof HTMLElement) place.hidden = place.hasAttribute('data-passkey-none') === isAble;
}
export {};
