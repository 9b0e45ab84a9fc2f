/**
 * The look of a paper in print, in Typst. The paper comes as data in `sys.inputs`, so that no text of anybody's is ever
 * read as markup. Running heads are artefacts to a screen reader, and everything else is tagged by what it is.
 */
export const paperTemplate = `
#let paper = json(bytes(sys.inputs.paper))
#let day = paper.date.split("-").map(int)
#let line-colour = luma(70%)
#let soft = luma(32%)

#set document(
  title: paper.title,
  author: paper.organisation,
  date: datetime(year: day.at(0), month: day.at(1), day: day.at(2), hour: 12, minute: 0, second: 0),
)
#set text(font: "Source Sans 3", lang: "sv", region: "SE", size: 11pt, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.95em, justify: false)
#set page(
  paper: "a4",
  flipped: paper.at("isWide", default: false),
  margin: (x: 25mm, top: 26mm, bottom: 22mm),
  header-ascent: 9mm,
  header: context {
    set text(size: 9pt, fill: soft)
    let here = counter(page).get().first()
    let last = counter(page).final().first()
    if here > 1 [#paper.organisation #h(1fr) #here (#last)] else [#h(1fr) #here (#last)]
  },
)
#show heading: set text(weight: 600)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 1): set par(leading: 0.5em)
#show heading.where(level: 1): set block(above: 9mm, below: 5mm)
#show heading.where(level: 2): set text(size: 12.5pt)
#show heading.where(level: 2): set block(above: 1.7em, below: 0.65em)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 3): set block(above: 1.4em, below: 0.6em)
#show regex("[0-9]{4}-[0-9]{2}-[0-9]{2}"): date => box(date)
#set list(marker: [•], indent: 2pt, body-indent: 7pt, spacing: 0.6em)

#let label(body) = text(size: 9pt, fill: soft, body)

#grid(columns: (1fr, auto), text(weight: 600, size: 12pt, paper.organisation), text(size: 12pt, paper.sort))
#v(-1mm)
#line(length: 100%, stroke: 0.5pt + line-colour)
#v(1mm)
#if paper.head.len() > 0 {
  grid(
    columns: (1fr,) * calc.min(3, paper.head.len()),
    column-gutter: 6mm,
    row-gutter: 4mm,
    ..paper.head.map(((name, value)) => [#label(name) \\ #value]),
  )
}

#heading(level: 1, paper.title)

#let rows(block-data) = block(above: 1.1em, below: 1.4em, grid(
  columns: (1fr, 2.6fr),
  column-gutter: 5mm,
  row-gutter: 0.75em,
  ..block-data.rows.map(((name, value)) => (text(fill: soft, name), [#value])).flatten(),
))

#let small-table(block-data) = {
  set text(size: if paper.at("isWide", default: false) { 9pt } else { 10pt })
  set par(leading: 0.5em)
  table(
    columns: block-data.columns.map(each => each.width * 1fr),
    stroke: (_, y) => (bottom: 0.5pt + line-colour),
    inset: (left: 0pt, right: 6pt, y: 5pt),
    align: left + top,
    table.header(..block-data.columns.map(each => text(weight: 600, each.heading))),
    ..block-data.rows.flatten().map(each => [#each]),
  )
}

#let signature-block(block-data) = block(breakable: false, above: 2.2em, {
  if block-data.at("lead", default: none) != none { par(block-data.lead) }
  v(1em)
  grid(
    columns: (1fr, 1fr),
    column-gutter: 8mm,
    row-gutter: 9mm,
    ..block-data.people.map(each => {
      v(8mm)
      if each.at("name", default: none) != none [#each.name \\ ]
      each.title
    }),
  )
})

#for each in paper.blocks {
  if each.kind == "heading" { heading(level: each.level + 1, each.text) }
  else if each.kind == "paragraph" { par(each.text) }
  else if each.kind == "list" { list(..each.items) }
  else if each.kind == "points" {
    for item in each.items { block(above: 0.8em, below: 0.8em, par(hanging-indent: 1.58em, item)) }
  }
  else if each.kind == "rows" { rows(each) }
  else if each.kind == "table" { small-table(each) }
  else if each.kind == "quotation" {
    quote(block: true, block(inset: (left: 1em), stroke: (left: 2pt + line-colour), each.paragraphs.map(par).join()))
  }
  else if each.kind == "signatures" { signature-block(each) }
  else if each.kind == "note" {
    block(above: 2.6em, breakable: false, {
      line(length: 100%, stroke: 0.5pt + line-colour)
      set text(size: 8.5pt, fill: soft)
      set par(leading: 0.5em)
      par(each.lines.join(linebreak()))
    })
  }
}
`;
