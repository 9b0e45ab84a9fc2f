/** Sends a file straight to where files are kept; without scripts it goes with the form (web/office-script.ts). */
export const bringFileScript = `// A file goes straight to where files are kept, however large it is; without scripts it goes with the form.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.bring || event.defaultPrevented) return;
  const file = form.elements.fil.files[0];
  if (!file) return;
  event.preventDefault();
  const said = form.querySelector('[data-bringing]');
  const say = (text) => { said.textContent = text; delete form.dataset.sent; };
  say('Filen skickas …');
  try {
    const body = new URLSearchParams({
      csrf: form.elements.csrf.value, fileName: file.name, contentType: file.type || 'application/octet-stream', size: String(file.size),
    });
    const begun = await (await fetch(form.dataset.bring, { method: 'POST', body })).json();
    if (begun.fault) return say(begun.fault);
    const headers = { 'content-type': begun.headers['content-type'] };
    const sent = await fetch(begun.url, { method: 'PUT', headers, body: file });
    if (!sent.ok) return say('Filen kom inte fram. Försök igen.');
    location.assign(begun.page);
  } catch {
    say('Filen kom inte fram. Försök igen.');
  }
});
`;
