/** Counts rows of choices as they are keyed, and sets a whole group at once. Without it "Räkna" counts the same. */
export const tallyScript = `
for (const button of document.querySelectorAll('[data-set]')) button.hidden = false;
const tally = (form) => {
  const chosen = [...form.querySelectorAll('[data-group] input[type=radio]:checked')];
  for (const sum of form.querySelectorAll('[data-sum]')) {
    const values = sum.dataset.sum.split(' ');
    const vote = sum.closest('[data-vote]');
    sum.textContent = chosen.filter((each) => values.includes(each.value) && (!vote || vote.contains(each))).length;
  }
  for (const winner of form.querySelectorAll('[data-winner]')) {
    const count = (what) => Number(winner.parentElement.querySelector('[data-sum=' + what + ']').textContent);
    const over = count('yes') - count('no');
    winner.textContent = over === 0 ? 'Lika många.' : (over > 0 ? 'Ja' : 'Nej') + ' vinner med ' + Math.abs(over) + '.';
  }
  for (const counted of form.querySelectorAll('[data-count]')) {
    counted.textContent = counted.closest('[data-askers]').querySelectorAll('input:checked').length;
  }
};
document.addEventListener('change', (event) => {
  const form = event.target.closest('[data-tally]');
  if (form) tally(form);
});
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-set]');
  if (!button) return;
  const all = button.closest('[data-group]').querySelectorAll('input[type=radio]');
  for (const each of all) if (each.value === button.dataset.set) each.checked = true;
  tally(button.closest('[data-tally]'));
});
`;
