import type { Page, PageRequest } from '../../lambdas/ports/case-store.ts';

/** Follows a list to its end; tells the rows and how many pages they came on. */
export const inAllPages = async <T>(read: (page: PageRequest) => Promise<Page<T>>, limit?: number) => {
  const items: T[] = [];
  let pages = 0;
  let cursor: string | undefined;
  do {
    const page: Page<T> = await read({ limit, cursor });
    items.push(...page.items);
    pages += 1;
    cursor = page.cursor;
  } while (cursor !== undefined && pages < 1000);
  return { items, pages };
};
