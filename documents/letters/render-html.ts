import { html, raw } from 'hono/html';
import { type Block, linesOf, oneLine } from './content.ts';
import type { Sheet } from './sheet.ts';

type Markup = ReturnType<typeof html>;

/** Said on every cell and heading: Word inherits no font into a table, and takes Times New Roman for a generic name. */
const font = raw('font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5');
const headingFont = raw('font-family:Arial,Helvetica,sans-serif;line-height:1.25');

/** Word knows no greatest width: a table that only Outlook sees holds the lines short there. */
const outlookOnly = {
  open: raw(
    '<!--[if mso]><table role="presentation" width="600" align="center" cellspacing="0" cellpadding="0" border="0"><tr><td><![endif]-->',
  ),
  close: raw('<!--[if mso]></td></tr></table><![endif]-->'),
} as const;

/** Text on one line; a date in it is not broken at its hyphens. */
const inline = (text: string): Markup[] =>
  oneLine(text)
    .split(/(\d{4}-\d{2}-\d{2})/)
    .map((each, index) =>
      index % 2 === 0 ? html`${each}` : html`<span style="white-space:nowrap">${each}</span>`,
    );

/** Line breaks as the writer made them. */
const withBreaks = (text: string): Markup[] =>
  linesOf(text).map((each, index) => html`${index === 0 ? '' : html`<br>`}${inline(each)}`);

const renderBlock = (block: Block): Markup => {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${inline(block.text)}</p>\n`;
    case 'rows':
      return html`<p>${block.rows.map(
        ([label, value], index) =>
          html`${index === 0 ? '' : html`<br>\n`}<strong>${label}:</strong> ${inline(value)}`,
      )}</p>\n`;
    case 'items':
      return html`${block.items.map(
        ({ heading, text }) =>
          html`<p><strong>${inline(heading)}</strong>${text === undefined ? '' : html`<br>\n${withBreaks(text)}`}</p>\n`,
      )}`;
    case 'quotation':
      // Word, which draws in Outlook, knows padding and a border of one side on cells only.
      return html`<blockquote style="margin:16px 0"><table role="presentation" cellspacing="0" cellpadding="0" border="0"><tr><td style="padding-left:16px;border-left:3px solid;${font}">${withBreaks(block.text)}</td></tr></table></blockquote>\n`;
    case 'link':
      return html`<p>${inline(block.label)}<br>\n<a href="${block.address}">${block.address}</a></p>\n`;
  }
};

const renderSection = ({ heading, blocks }: Sheet['sections'][number]): Markup =>
  html`${heading === undefined ? '' : html`<h2 style="margin:24px 0 0;font-size:18px;${headingFont}">${oneLine(heading)}</h2>\n`}${blocks.map(renderBlock)}`;

/**
 * The letter as HTML. The language is stated twice, since webmail drops the outer element. It sets no colours, so that
 * light and dark mode both keep the reader's own; its tables only lay out, and nothing is fetched when it is opened.
 */
export const renderHtml = (sheet: Sheet): string => {
  const page = html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${sheet.subject}</title>
</head>
<body style="margin:0;padding:0">
${outlookOnly.open}
<div lang="sv" style="max-width:600px;margin:0 auto">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0"><tr><td style="padding:16px;word-break:break-word;overflow-wrap:anywhere;${font}">
<h1 style="margin:0 0 16px;font-size:22px;${headingFont}">${oneLine(sheet.heading)}</h1>
<p>${sheet.greeting}</p>
${sheet.sections.map(renderSection)}${renderBlock({ kind: 'link', ...sheet.link })}<p>${sheet.closing.map((each, index) => html`${index === 0 ? '' : html`<br>`}${oneLine(each)}`)}</p>
<p style="font-size:14px">${sheet.footnote}</p>
${sheet.footlink === undefined ? '' : renderBlock({ kind: 'link', ...sheet.footlink })}</td></tr></table>
</div>
${outlookOnly.close}
</body>
</html>
`;
  // hono/html answers with a promise only when it was given one.
  if (page instanceof Promise) throw new Error('a letter is drawn without waiting');
  return page.toString();
};
