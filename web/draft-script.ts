/**
 * Saves a draft while it is written, and finds members as their names are typed. The button does the same without it.
 */
export const draftScript = `
for (const form of document.querySelectorAll('form[data-autosave]')) {
  const says = form.querySelector('[data-autosaved]');
  let timer, saving, isChanged = false;
  const set = (name, value) => {
    let field = form.querySelector('input[type=hidden][name="' + name + '"]');
    if (!field) { field = document.createElement('input'); field.type = 'hidden'; field.name = name; form.append(field); }
    field.value = value;
  };
  const save = async () => {
    if (saving || !isChanged) return;
    isChanged = false;
    const body = new URLSearchParams(new FormData(form));
    body.set('steg', 'autospara');
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      const now = await answer.json();
      says.textContent = now.says;
      if (!answer.ok) return;
      for (const name of ['version', 'grund', 'commandId']) set(name, now[name]);
      form.action = now.action;
      if (location.pathname !== now.action) history.replaceState(null, '', now.action);
    } catch {
      isChanged = true;
      says.textContent = 'Kunde inte spara just nu. Det du skrivit står kvar här.';
    }
  };
  form.addEventListener('input', (event) => {
    if (event.target.dataset.filter) return;
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(() => { saving = save().finally(() => { saving = undefined; }); }, 3000);
  });
  // What is being saved is waited for, so that one does not overtake oneself.
  document.addEventListener('submit', (event) => {
    if (event.target !== form) return;
    clearTimeout(timer);
    if (!saving) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    saving.finally(() => form.requestSubmit(submitter));
  }, true);
}
for (const field of document.querySelectorAll('input[data-filter]')) {
  field.addEventListener('input', () => {
    const words = field.value.trim().toLocaleLowerCase('sv');
    for (const each of document.getElementById(field.dataset.filter).children)
      each.hidden = !each.textContent.toLocaleLowerCase('sv').includes(words) && !each.querySelector(':checked');
  });
}
`;
