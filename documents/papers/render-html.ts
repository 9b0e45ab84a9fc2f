import { html, raw } from 'hono/html';
import type { Block, Paper, Row, Signer } from './content.ts';
import { paperStyle } from './html-style.ts';

type Markup = ReturnType<typeof html>;

const pairs = (className: string, all: readonly Row[]): Markup =>
  html`<dl class="${className}">${all.map(
    ([label, value]) => html`<div><dt>${label}</dt> <dd>${value}</dd></div>`,
  )}</dl>\n`;

const signer = ({ name, title }: Signer): Markup =>
  html`<p class="signer">${name === undefined ? '' : html`${name}<br>`}${title}</p>`;

const renderBlock = (block: Block): Markup => {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? html`<h2>${block.text}</h2>\n` : html`<h3>${block.text}</h3>\n`;
    case 'paragraph':
      return html`<p>${block.text}</p>\n`;
    case 'list':
      return html`<ul>${block.items.map((each) => html`<li>${each}</li>`)}</ul>\n`;
    case 'points':
      return html`<ul class="points">${block.items.map((each) => html`<li>${each}</li>`)}</ul>\n`;
    case 'rows':
      return pairs('rows', block.rows);
    case 'table':
      return html`<div class="wide" tabindex="0" role="region" aria-label="Tabell"><table><thead><tr>${block.columns.map(
        ({ heading }) => html`<th scope="col">${heading}</th>`,
      )}</tr></thead><tbody>${block.rows.map(
        (cells) => html`<tr>${cells.map((each) => html`<td>${each}</td>`)}</tr>`,
      )}</tbody></table></div>\n`;
    case 'quotation':
      return html`<blockquote>${block.paragraphs.map((each) => html`<p>${each}</p>`)}</blockquote>\n`;
    case 'signatures':
      return html`<div class="signatures">${block.lead === undefined ? '' : html`<p>${block.lead}</p>`}${block.people.map(signer)}</div>\n`;
    case 'note':
      return html`<p class="note">${block.lines.map((each, index) => html`${index === 0 ? '' : html`<br>`}${each}`)}</p>\n`;
  }
};

/** The paper as a page of its own: nothing is fetched when it is opened, and it prints as it is. */
export const renderHtml = (paper: Paper): string => {
  const page = html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${paper.title}</title>
<style>${raw(paperStyle)}</style>
</head>
<body>
<main${paper.isWide === true ? raw(' class="wide-page"') : ''}>
<header>
<p class="letterhead"><strong>${paper.organisation}</strong> <span>${paper.sort}</span></p>
${pairs('head', paper.head)}</header>
<h1>${paper.title}</h1>
${paper.blocks.map(renderBlock)}</main>
</body>
</html>
`;
  // hono/html answers with a promise only when it was given one.
  if (page instanceof Promise) throw new Error('a paper is drawn without waiting');
  return page.toString();
};
