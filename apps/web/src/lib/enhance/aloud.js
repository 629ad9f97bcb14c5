// Reads a page aloud with a voice that lies on the device: no words go elsewhere to be spoken. Where it has no voice
// for the page's language there is no button.
const bar = document.querySelector('[data-aloud]');
const button = document.querySelector('[data-aloud-page]');
const main = document.querySelector('main');
const synth = window.speechSynthesis;

/** What is read, where nothing smaller stands in it. Recordings are played in their place. */
const readable =
  'h1,h2,h3,p,li,dt,dd,legend,label,summary,td,th,option:checked,main button,a.button,a.door,audio[src]';

/** @param {Element} part */
function languageOf(part) {
  const near = part.closest('[lang]');
  return (near && near.getAttribute('lang')) || '';
}

/** @param {string} language */
function voiceFor(language) {
  return synth
    .getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language);
}

/** @param {Element} part */
const isSeen = (part) =>
  part.getClientRects().length > 0 && !part.closest('[aria-hidden=true],[data-aloud-skip]');

/** @param {Element} part */
const textOf = (part) => (part instanceof HTMLElement ? part.innerText.replace(/\s+/g, ' ').trim() : '');

function parts() {
  const all = main ? Array.from(main.querySelectorAll(readable)).filter(isSeen) : [];
  return all.filter((part) => !all.some((other) => other !== part && part.contains(other)));
}

// A new reading ends the one before.
let turn = 0;
/** @type {Element | null} */
let now = null;

/** @param {Element | null} part */
function mark(part) {
  if (now) now.removeAttribute('data-aloud-now');
  now = part;
  if (!part) return;
  part.setAttribute('data-aloud-now', '');
  part.scrollIntoView({ block: 'nearest' });
}

/** @param {Element} part */
function play(part) {
  return new Promise((done) => {
    if (part instanceof HTMLAudioElement) {
      part.addEventListener('ended', done, { once: true });
      part.addEventListener('pause', done, { once: true });
      part.play().catch(done);
      return;
    }
    const text = textOf(part);
    const voice = voiceFor(languageOf(part));
    if (!voice || text === '') return done(null);
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    said.addEventListener('end', done);
    said.addEventListener('error', done);
    synth.speak(said);
  });
}

/** @param {readonly Element[]} list */
async function read(list) {
  turn += 1;
  const mine = turn;
  synth.cancel();
  show(true);
  for (const part of list) {
    mark(part);
    await play(part);
    if (turn !== mine) return;
  }
  stop();
}

function stop() {
  turn += 1;
  synth.cancel();
  if (now instanceof HTMLAudioElement) now.pause();
  mark(null);
  show(false);
}

/** @param {boolean} isReading */
function show(isReading) {
  if (!bar || !button) return;
  button.setAttribute('aria-pressed', String(isReading));
  const words = bar.querySelector('[data-aloud-words]');
  if (words) words.textContent = bar.getAttribute(isReading ? 'data-words-stop' : 'data-words-start');
}

/** A button of its own for each thing that can be chosen. */
function sayEach() {
  const pattern = document.querySelector('template[data-aloud-one]');
  if (!main || !(pattern instanceof HTMLTemplateElement)) return;
  for (const choice of main.querySelectorAll('label.choice')) {
    if (choice.querySelector('[data-aloud-say]') || !isSeen(choice)) continue;
    const text = textOf(choice);
    choice.append(document.importNode(pattern.content, true));
    const say = choice.querySelector('[data-aloud-say]');
    if (!say) continue;
    say.setAttribute('aria-label', `${say.getAttribute('aria-label')} ${text}`);
    say.addEventListener('click', (event) => {
      event.preventDefault();
      read([choice]);
    });
  }
}

function offer() {
  if (!bar || !button || !voiceFor(document.documentElement.lang)) return;
  button.toggleAttribute('hidden', false);
  if (document.documentElement.hasAttribute('data-pictures')) sayEach();
}

if (synth && bar && button) {
  offer();
  // Voices come late, and more than once.
  synth.addEventListener('voiceschanged', offer);
  window.addEventListener('pagehide', () => synth.cancel());
  button.addEventListener('click', () => {
    sayEach();
    if (button.getAttribute('aria-pressed') === 'true') stop();
    else read(parts());
  });
}
export {};
