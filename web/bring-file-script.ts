/** Sends a file straight to where files are kept; without scripts it goes with the form (web/office-script.ts). */
export const bringFileScript = `// A file goes straight to where files are kept, however large it is; without scripts it goes with the form.
// Says in tens how much has been sent: a reader of screens would say each percent.
const put = ({ url, headers }, file, said) => new Promise((done, fail) => {
  const request = new XMLHttpRequest();
  request.open('PUT', url);
  request.setRequestHeader('content-type', headers['content-type']);
  request.upload.onprogress = ({ loaded, total }) => {
    const text = 'Filen skickas: ' + 10 * Math.floor(10 * loaded / total) + ' procent.';
    if (said.textContent !== text) said.textContent = text;
  };
  request.onload = () => done(request.status === 200);
  request.onerror = fail;
  request.send(file);
});
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
    if (!(await put(begun, file, said))) return say('Filen kom inte fram. Försök igen.');
    location.assign(begun.page);
  } catch {
    say('Filen kom inte fram. Försök igen.');
  }
});
`;
