import { html } from 'hono/html';
import { type Block, linesOf, oneLine } from './content.ts';
import type { Sheet } from './sheet.ts';

type Markup = ReturnType<typeof html>;

/** Line breaks as the writer made them. */
const withBreaks = (text: string): Markup[] =>
  linesOf(text).map((each, index) => (index === 0 ? html`${each}` : html`<br>${each}`));

const renderBlock = (block: Block): Markup => {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${oneLine(block.text)}</p>\n`;
    case 'rows':
      return html`<p>${block.rows.map(
        ([label, value], index) =>
          html`${index === 0 ? '' : html`<br>\n`}<strong>${label}:</strong> ${oneLine(value)}`,
      )}</p>\n`;
    case 'items':
      return html`${block.items.map(
        ({ heading, text }) =>
          html`<p><strong>${oneLine(heading)}</strong>${text === undefined ? '' : html`<br>\n${withBreaks(text)}`}</p>\n`,
      )}`;
    case 'quotation':
      return html`<blockquote style="margin:1em 0;padding-left:1em;border-left:3px solid">${withBreaks(block.text)}</blockquote>\n`;
  }
};

const renderSection = ({ heading, blocks }: Sheet['sections'][number]): Markup =>
  html`${heading === undefined ? '' : html`<h2 style="font-size:1.15em">${heading}</h2>\n`}${blocks.map(renderBlock)}`;

/**
 * The letter as HTML. The language is stated twice, since webmail drops the outer element. It sets no colours, so that light and dark mode both keep the reader's own; it has no table,
 * image or style sheet, and nothing is fetched when it is opened.
 */
export const renderHtml = (sheet: Sheet): string => {
  const page = html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${sheet.subject}</title>
</head>
<body style="margin:0;padding:1em;font-family:sans-serif;font-size:16px;line-height:1.5">
<div lang="sv" style="max-width:36em;margin:0 auto;overflow-wrap:anywhere">
<h1 style="font-size:1.4em;line-height:1.25">${oneLine(sheet.heading)}</h1>
<p>${sheet.greeting}</p>
${sheet.sections.map(renderSection)}<p>${sheet.link.label}<br>
<a href="${sheet.link.address}">${sheet.link.address}</a></p>
<p>${sheet.closing.map((each, index) => html`${index === 0 ? '' : html`<br>`}${oneLine(each)}`)}</p>
<p><small>${sheet.footnote}</small></p>
</div>
</body>
</html>
`;
  // hono/html answers with a promise only when it was given one.
  if (page instanceof Promise) throw new Error('a letter is drawn without waiting');
  return page.toString();
};
