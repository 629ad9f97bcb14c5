// Where there is script, a large photo is drawn smaller before it is sent: a phone's picture of a tally sheet then
// gets through a slow line, without what the camera wrote beside it. Without script it is sent as it is.
const largest = 1000000;
const side = 2200;

/**
 * @param {File} file
 * @returns {Promise<File | null>} the smaller picture; null when this browser cannot draw it
 */
async function smaller(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await /** @type {Promise<Blob | null>} */ (
    new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  );
  return blob && blob.size < file.size ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : null;
}

for (const field of document.querySelectorAll('input[type=file][accept^="image"]')) {
  if (!(field instanceof HTMLInputElement)) continue;
  field.addEventListener('change', async () => {
    const file = field.files?.[0];
    if (!file || file.size <= largest) return;
    const less = await smaller(file).catch(() => null);
    // Meanwhile another file may have been chosen.
    if (!less || field.files?.[0] !== file) return;
    const given = new DataTransfer();
    given.items.add(less);
    field.files = given.files;
  });
}
export {};
