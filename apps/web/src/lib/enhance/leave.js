// Leaving quickly: the page is replaced, so that Back does not show it again.
for (const link of document.querySelectorAll('a[data-leave]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    document.body.hidden = true;
    location.replace('/quick-exit');
  });
}
export {};
