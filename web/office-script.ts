/**
 * What makes the office's pages quicker to use where scripts run; nothing needs it. One small file, sent as it is.
 */
export const officeScript = `'use strict';
// A form that has been sent is not sent again by a second click.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'yes';
  // What takes long says that it is under way; the words come back if the page does not change.
  const button = event.submitter;
  const words = button ? button.textContent : '';
  const working = setTimeout(() => {
    if (button) { button.textContent = 'Arbetar …'; button.setAttribute('aria-busy', 'true'); }
  }, 500);
  const again = () => {
    clearTimeout(working);
    delete form.dataset.sent;
    if (button) { button.textContent = words; button.removeAttribute('aria-busy'); }
  };
  setTimeout(again, 30000);
  addEventListener('pageshow', again, { once: true });
});
// Rows of choices are counted as they are keyed, and a whole group is set at once.
for (const button of document.querySelectorAll('[data-set]')) button.hidden = false;
const tally = (form) => {
  const chosen = [...form.querySelectorAll('[data-group] input[type=radio]:checked')];
  for (const sum of form.querySelectorAll('[data-sum]')) {
    const values = sum.dataset.sum.split(' ');
    const within = sum.closest('[data-vote]');
    sum.textContent = chosen.filter((each) => values.includes(each.value) && (!within || within.contains(each))).length;
  }
};
document.addEventListener('change', (event) => {
  const form = event.target.closest('[data-tally]');
  if (form) tally(form);
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-set]');
  if (!button) return;
  for (const each of button.closest('[data-group]').querySelectorAll('input[type=radio][value="' + button.dataset.set + '"]')) each.checked = true;
  tally(button.closest('[data-tally]'));
});
`;
