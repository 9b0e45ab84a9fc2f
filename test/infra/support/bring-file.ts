import { beginBringing } from '../../../lambdas/casework/intake/bring-file.ts';
import type { IntakeReading } from '../../../lambdas/casework/intake/intake-files.ts';
import { intakeKeys } from '../../../lambdas/casework/intake/intake-files.ts';
import { readingOf } from '../../../lambdas/casework/intake/read-intake.ts';
import { connectFiles } from '../../../lambdas/live-files.ts';
import { roleHolders } from '../../../local/demo/town.ts';
import type { CloudAtHome } from './cloud-at-home.ts';
import { csrfOf, pageSession } from './page-session.ts';

const path = '/kontor/motion-fran-fil';
const soon = () => new Promise((later) => setTimeout(later, 500));

const storeOf = (cloud: CloudAtHome) => connectFiles({ bucket: 'files', s3: cloud.files });

type Ask = ReturnType<typeof pageSession>['ask'];

const hiddenIn = (html: string) =>
  [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );

/** Confirms what was read, and fetches the original from the case that has begun. */
const beginAndFetch = async (cloud: CloudAtHome, ask: Ask, page: string, html: string, memberId: string) => {
  const post = (fields: [string, string][]) =>
    ask(page, { method: 'POST', body: new URLSearchParams(fields).toString() });
  const title =
    /name="title"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="title"/.exec(html)?.slice(1) ?? [];
  const asked = await post([
    ...hiddenIn(html),
    ['receivedOn', '2024-01-08'],
    ['title', title.find(Boolean) ?? ''],
    ['clauses', 'regionen lyser upp'],
    ['signatories', memberId],
  ]);
  const done = await post([...hiddenIn(await asked.text()), ['steg', 'bekrafta']]);
  const casePage = (done.headers.get('location') ?? '').split('?')[0];
  const sent = await ask(`${casePage}/original`);
  const address = new URL(sent.headers.get('location') ?? '');
  // What it asks of S3 is seen on the way. The office lives in the case's time, and its signatures with it: S3 may find
  // them too old, so that the bytes are asked for otherwise (test/e2e follows the address).
  await (await fetch(address)).arrayBuffer();
  const key = address.pathname.replace('/files/', '');
  const found = await storeOf(cloud).get(key, address.searchParams.get('versionId') ?? '');
  return Buffer.from(found?.content ?? []).toString('utf8');
};

/**
 * Brings a text at the pages, waits until it has been read, and begins a case with it.
 * @returns the page that showed what was read, and the original as the case gives it
 */
export const bringAndRead = async (
  cloud: CloudAtHome,
  fileName: string,
  text: string,
  memberId: string,
): Promise<{ readonly html: string; readonly original: string }> => {
  const { ask, signIn } = pageSession(cloud);
  await signIn(roleHolders.registrar);
  const form = new FormData();
  form.set('csrf', csrfOf(await (await ask(path)).text()));
  form.set('fil', new File([text], fileName));
  const brought = await ask(path, { method: 'POST', body: form });
  const page = brought.headers.get('location') ?? '';
  for (;;) {
    const shown = await ask(page);
    const html = await shown.text();
    if (shown.status !== 200 || !shown.headers.has('refresh'))
      return { html, original: await beginAndFetch(cloud, ask, page, html, memberId) };
    await soon();
  }
};

/** Stores a file as a browser does with its address, and waits until it has been read. */
export const storeAndRead = async (
  cloud: CloudAtHome,
  fileName: string,
  content: Uint8Array,
): Promise<IntakeReading> => {
  const files = storeOf(cloud);
  const realNow = () => new Date().toISOString();
  const actor = { personId: roleHolders.registrar, roles: ['registrar' as const] };
  const given = { fileName, contentType: 'application/pdf', size: content.length };
  const begun = await beginBringing({ files, realNow }, actor, given);
  if ('refused' in begun) throw new Error(begun.refused);
  await files.put({ key: intakeKeys(begun.id).original, content, contentType: given.contentType });
  for (;;) {
    const reading = await readingOf(files, begun.id);
    if (reading !== undefined) return reading;
    await soon();
  }
};
