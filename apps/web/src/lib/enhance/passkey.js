// Passkeys, where the browser has them. Without, the six digits do the same. The protection desk also asks a passkey
// for a secret (the PRF extension): only its hash leaves the browser, and without one the page says so.

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

/** @param {any} options */
function extensionsOf(options) {
  const { prf } = options.extensions || {};
  if (!prf) return options.extensions;
  return Object.assign({}, options.extensions, { prf: { eval: { first: bytesOf(prf.eval.first) } } });
}

/**
 * The hash of what a passkey gave for the desk's question; null where browser or passkey can give nothing. Many give
 * it only when the new passkey is used for the first time, so it is used at once.
 *
 * @param {any} made
 * @param {any} options
 */
async function secretOf(made, options) {
  let { prf } = made.getClientExtensionResults();
  if (prf && prf.enabled && !(prf.results && prf.results.first)) {
    /** @type {any} */
    const used = await navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        rpId: options.rp && options.rp.id,
        userVerification: 'required',
        allowCredentials: [{ id: made.rawId, type: 'public-key' }],
        extensions: extensionsOf(options),
      },
    });
    prf = used.getClientExtensionResults().prf;
  }
  const given = prf && prf.results && prf.results.first;
  return given ? textOf(await crypto.subtle.digest('SHA-256', given)) : null;
}

/**
 * Asks the browser, and gives its answer in the form the service reads.
 *
 * @param {string} kind `get` to sign in, `create` to make a new passkey
 * @param {any} options as the service made them
 */
async function answerOf(kind, options) {
  const asksForSecret = Boolean(options.extensions && options.extensions.prf);
  const publicKey = Object.assign({}, options, {
    challenge: bytesOf(options.challenge),
    extensions: extensionsOf(options),
  });
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
  const answer = {
    id: made.id,
    rawId: textOf(made.rawId),
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment || undefined,
    // What the extension gave itself never leaves the browser.
    clientExtensionResults: asksForSecret ? {} : made.getClientExtensionResults(),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: textOf(response.userHandle),
      transports: response.getTransports ? response.getTransports() : undefined,
    },
  };
  return { answer, asksForSecret, secret: asksForSecret ? await secretOf(made, options) : null };
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!(form instanceof HTMLFormElement) || !window.PublicKeyCredential) continue;
  const start = form.querySelector('[data-passkey-start]');
  const options = form.querySelector('[data-passkey-options]');
  const answer = form.querySelector('[data-passkey-response]');
  const failed = form.querySelector('[data-passkey-failed]');
  const secret = form.querySelector('[data-passkey-secret]');
  const secretless = form.querySelector('[data-passkey-secretless]');
  if (!start || !(options instanceof HTMLInputElement) || !(answer instanceof HTMLInputElement)) continue;
  form.hidden = false;
  start.addEventListener('click', async () => {
    try {
      const given = await answerOf(form.getAttribute('data-passkey') || 'get', JSON.parse(options.value));
      if (given.asksForSecret && !given.secret) {
        if (secretless instanceof HTMLElement) secretless.hidden = false;
        return;
      }
      answer.value = JSON.stringify(given.answer);
      if (secret instanceof HTMLInputElement) secret.value = given.secret || '';
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
