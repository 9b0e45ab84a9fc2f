import { paperTemplate } from '../../documents/papers/typst-template.ts';
import { makeTypstPress } from '../../lambdas/adapters/typst-press.ts';
import { makePapersApp } from '../../lambdas/papers/app.ts';
import type { FileStore } from '../../lambdas/ports/file-store.ts';
import { makeInMemoryFiles } from '../support/in-memory-files.ts';
import type { Desk } from './office-desk.ts';

/** One press for all tests: it takes a while to load. */
export const press = makeTypstPress(paperTemplate);

/** The door of the papers, over a desk in memory; the token is the subject. */
export const makePaperRoom = (desk: Desk, files: FileStore = makeInMemoryFiles()) => {
  const app = makePapersApp({ ...desk, files, press }, { verify: async (token) => token });
  const get = (subject: string, path: string) =>
    app.request(path, { headers: { authorization: `Bearer ${subject}` } });
  const page = async (subject: string, path: string) => (await get(subject, path)).text();
  return { app, get, page, files };
};
