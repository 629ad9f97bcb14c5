// Recording in the page, where the browser can: the sound goes into the form's own file field and is sent with it.
// It is kept nowhere else; leaving the page is the end of it. Without script the phone's recorder does the same.
const longest = 120;

for (const frame of document.querySelectorAll('[data-speak]')) {
  const field = frame.querySelector('input[type=file]');
  const start = frame.querySelector('[data-speak-start]');
  const stop = frame.querySelector('[data-speak-stop]');
  const drop = frame.querySelector('[data-speak-drop]');
  const state = frame.querySelector('[data-speak-state]');
  // Where the form lets a child hear it before it goes, and shows how much of the two minutes is left.
  const play = frame.querySelector('audio[data-speak-play]');
  const time = frame.querySelector('progress[data-speak-time]');
  // Who speaks need not write.
  const text = frame.closest('form')?.querySelector('textarea[data-speak-instead]');
  const canRecord = 'MediaRecorder' in window && navigator.mediaDevices && 'DataTransfer' in window;
  if (!canRecord || !(field instanceof HTMLInputElement) || !start || !stop || !drop || !state) continue;

  const figures = new Intl.NumberFormat(document.documentElement.lang === 'km' ? 'km-KH-u-nu-khmr' : 'en-GB');
  /** @type {MediaRecorder | undefined} */
  let recorder;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  let seconds = 0;

  /** @param {string} name */
  const words = (name) => frame.getAttribute(`data-speak-${name}`) || '';
  /** @param {boolean} isRecording */
  const show = (isRecording) => {
    start.toggleAttribute('hidden', isRecording);
    stop.toggleAttribute('hidden', !isRecording);
    drop.toggleAttribute('hidden', isRecording || field.files?.length === 0);
  };
  const nice = () => {
    for (const part of frame.querySelectorAll('[data-speak-plain]')) part.toggleAttribute('hidden', true);
    for (const part of frame.querySelectorAll('[data-speak-nice]')) part.toggleAttribute('hidden', false);
  };
  const plain = () => {
    for (const part of frame.querySelectorAll('[data-speak-plain]')) part.toggleAttribute('hidden', false);
    for (const part of frame.querySelectorAll('[data-speak-nice]')) part.toggleAttribute('hidden', true);
  };
  const hearable = () => {
    const file = field.files && field.files[0];
    if (text) text.toggleAttribute('required', !file);
    if (!(play instanceof HTMLAudioElement)) return;
    if (play.src.startsWith('blob:')) URL.revokeObjectURL(play.src);
    if (file) play.src = URL.createObjectURL(file);
    else play.removeAttribute('src');
    play.hidden = !file;
  };
  const clear = () => {
    field.value = '';
    state.textContent = '';
    show(false);
    hearable();
  };

  start.addEventListener('click', async () => {
    clear();
    /** @type {MediaStream} */
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      state.textContent = words('refused');
      plain();
      return;
    }
    /** @type {Blob[]} */
    const parts = [];
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: 16000 });
    recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
    recorder.addEventListener('stop', () => {
      clearInterval(ticking);
      for (const track of stream.getTracks()) track.stop();
      const held = new DataTransfer();
      held.items.add(new File(parts, 'sound', { type: recorder?.mimeType }));
      field.files = held.files;
      state.textContent = words('done').replace('#', figures.format(seconds));
      if (time) time.toggleAttribute('hidden', true);
      show(false);
      hearable();
    });
    seconds = 0;
    state.textContent = words('recording');
    ticking = setInterval(() => {
      seconds += 1;
      if (time instanceof HTMLProgressElement) time.value = seconds;
      if (seconds >= longest) recorder?.stop();
    }, 1000);
    if (time instanceof HTMLProgressElement) {
      time.value = 0;
      time.hidden = false;
    }
    recorder.start();
    show(true);
  });
  stop.addEventListener('click', () => recorder?.stop());
  drop.addEventListener('click', clear);
  nice();
  show(false);
}

// Without a network nothing is sent and nothing is put aside: the phone may be somebody else's tomorrow.
for (const form of document.querySelectorAll('[data-offline-form]')) {
  const words = form.querySelector('[data-offline]');
  form.addEventListener('submit', (event) => {
    words?.toggleAttribute('hidden', navigator.onLine);
    if (!navigator.onLine) event.preventDefault();
  });
}
export {};
