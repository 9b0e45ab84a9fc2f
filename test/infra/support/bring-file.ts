import { roleHolders } from '../../../local/demo/town.ts';
import type { CloudAtHome } from './cloud-at-home.ts';
import { csrfOf, pageSession } from './page-session.ts';

const path = '/kontor/motion-fran-fil';

/** Brings a file at the pages, waits until it has been read, and gives the page that shows it. */
export const bringAndRead = async (
  cloud: CloudAtHome,
  fileName: string,
  content: Uint8Array<ArrayBuffer>,
) => {
  const { ask, signIn } = pageSession(cloud);
  await signIn(roleHolders.registrar);
  const form = new FormData();
  form.set('csrf', csrfOf(await (await ask(path)).text()));
  form.set('fil', new File([content], fileName));
  const brought = await ask(path, { method: 'POST', body: form });
  const page = brought.headers.get('location') ?? '';
  for (;;) {
    const shown = await ask(page);
    const html = await shown.text();
    if (shown.status !== 200 || !shown.headers.has('refresh')) return { page, html };
    await new Promise((later) => setTimeout(later, 500));
  }
};
