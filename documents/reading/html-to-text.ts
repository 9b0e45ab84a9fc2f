const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const plain = (html: string): string =>
  html.replace(/&(?:#(\d+)|(\w+));/gu, (whole, code?: string, name?: string) =>
    code === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );

/**
 * The text of what mammoth makes of a Word file, its lists and headings marked as a reader of text expects them: `1.`
 * and `-` before points, `#` before headings, a tab between the columns of a table.
 */
export const htmlToText = (html: string): string => {
  const lists: { readonly isNumbered: boolean; count: number }[] = [];
  let text = '';
  const begin = (mark: string) => {
    text = `${text.replace(/[ \t]+$/u, '')}${mark}`;
  };
  for (const [, tag = '', written = ''] of html.matchAll(/<(\/?[a-z0-9]+)[^>]*>|([^<]+)/giu)) {
    const heading = /^h([1-6])$/u.exec(tag)?.[1];
    if (written !== '') text += plain(written);
    else if (tag === 'ol' || tag === 'ul') lists.push({ isNumbered: tag === 'ol', count: 0 });
    else if (tag === '/ol' || tag === '/ul') {
      lists.pop();
      begin('\n');
    } else if (tag === 'li') begin(`\n${markOf(lists.at(-1))}`);
    else if (tag === 'br' || tag === 'tr') begin('\n');
    else if (tag === '/td' || tag === '/th') text = `${text.trimEnd()}\t`;
    else if (heading !== undefined) begin(`\n\n${'#'.repeat(Number(heading))} `);
    else if (tag === 'p' && lists.length === 0 && !text.endsWith('\t')) begin('\n\n');
    else if (/^\/h[1-6]$/u.test(tag)) begin('\n');
  }
  return `${text.replace(/\n{3,}/gu, '\n\n').trim()}\n`;
};

const markOf = (list: { readonly isNumbered: boolean; count: number } | undefined): string => {
  if (list === undefined || !list.isNumbered) return '- ';
  list.count += 1;
  return `${list.count}. `;
};
