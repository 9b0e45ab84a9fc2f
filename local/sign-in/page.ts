import { createHash } from 'node:crypto';
import { roleName } from '../../domain/roles.ts';
import type { DemoPerson } from '../demo-people.ts';

const style = `
:root { color-scheme: light dark; --ink: #1b1b1f; --ground: #fbfbfd; --line: #6f7378; --accent: #0b57a4; --soft: #eef3f9 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf1; --ground: #17181b; --line: #8b9097; --accent: #9cc8ff; --soft: #23272e }
}
* { box-sizing: border-box }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground) }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { line-height: 1.2; margin: 0 0 .5rem }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)) }
button { width: 100%; height: 100%; padding: .75rem 1rem; text-align: left; font: inherit; color: inherit; cursor: pointer;
  background: var(--ground); border: 1px solid var(--line); border-radius: .375rem }
button:hover { background: var(--soft); border-color: var(--accent) }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
strong, span { display: block }
strong { overflow-wrap: anywhere }
`;

/** Sent with every page: nothing is loaded, nothing runs, nobody frames it. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const page = (title: string, body: string) => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Besvarad</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** What the person is, in words: "ledamot, justerare (M)", "chef – stabschef, Staben hållbar utveckling". */
export function describe({ roles, party, partyGroup, title, unit }: DemoPerson): string {
  const group = party ?? partyGroup;
  const held = roles.map((role) => roleName[role]).join(', ') + (group === undefined ? '' : ` (${group})`);
  const place = [title, unit].filter((each) => each !== undefined).join(', ');
  return [held, place].filter((each) => each !== '').join(' – ');
}

const button = (person: DemoPerson) =>
  `<li><button type="submit" name="person" value="${escaped(person.subject)}">` +
  `<strong>${escaped(person.name)}</strong> <span>${escaped(describe(person))}</span></button></li>`;

function group(id: string, heading: string, people: readonly DemoPerson[]): string {
  if (people.length === 0) return '';
  return `<h2 id="${id}">${heading}</h2>\n<ul aria-labelledby="${id}">\n${people.map(button).join('\n')}\n</ul>`;
}

/** The sign-in page: one form, one plain button for each demo person. It works without JavaScript. */
export function choosePage(people: readonly DemoPerson[], fault?: string): string {
  const members = people.filter((person) => person.memberId !== undefined);
  const others = people.filter((person) => person.memberId === undefined);
  return page(
    'Logga in',
    `${fault === undefined ? '' : `<p role="alert"><strong>${escaped(fault)}</strong></p>\n`}<p>Välj vem du vill vara. Personerna finns bara i provmiljön på den här datorn och har inget lösenord.</p>
<form method="post">
${group('members', 'Ledamöter', members)}
${group('others', 'Kansli, förvaltning och revision', others)}
</form>`,
  );
}

/** A page for when sign-in cannot go on; the way out is to begin again. */
export const faultPage = (title: string, detail: string): string =>
  page(title, `<p>${escaped(detail)}</p>\n<p>Gå tillbaka till Besvarad och logga in på nytt.</p>`);
