import type { Colours } from '../domain/theme.ts';

/**
 * The one stylesheet. Colours are custom properties, so that the organisation's four and the dark theme are set in one
 * place; the rest is the browser's own. At most 20 kB, by test.
 */
const base = `
:root{color-scheme:light dark;--ground:#fff;--soft:#f3f5f8;--ink:#1b1d21;--muted:#565b64;--line:#c9ced6;--edge:#767d88;
--accent:#0b57a4;--on-accent:#fff;--band:#0b3a6b;--on-band:#fff;--good:#17663a;--good-soft:#e8f4ec;--warn:#7a4a00;
--warn-soft:#fdf3dc;--bad:#a3201d;--bad-soft:#fcebea;--new:#e3f3e7;--old:#fbe6e4;--radius:.375rem}
@media (prefers-color-scheme:dark){:root{--ground:#16181c;--soft:#20242a;--ink:#e9ebee;--muted:#aab1bb;--line:#3d444e;
--edge:#8b929c;--accent:#9cc8ff;--on-accent:#10243a;--band:#0f2238;--on-band:#f2f6fb;--good:#86d3a2;--good-soft:#17291e;
--warn:#f0c674;--warn-soft:#2c2414;--bad:#ff9f99;--bad-soft:#331b1a;--new:#1b3524;--old:#3d211f}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Source Sans 3",sans-serif;color:var(--ink);
background:var(--ground);overflow-wrap:break-word}
h1,h2,h3{line-height:1.25;margin:2rem 0 .5rem;text-wrap:balance}
h1{font-size:1.75rem;margin-top:0}h2{font-size:1.3rem}h3{font-size:1.0625rem}
p,ul,ol,dl,table,fieldset,details,form{margin:0 0 1rem}
p,li{text-wrap:pretty}
ul,ol{padding-left:1.4rem}
a{color:var(--accent);text-underline-offset:.15em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
hr{border:0;border-top:1px solid var(--line);margin:2rem 0}
small,.muted{color:var(--muted)}
small{font-size:.9375rem}
.wide{max-width:80rem;margin:0 auto;padding:0 1rem}
main.wide{padding-top:1.75rem;padding-bottom:4rem;min-height:60vh}
.prose{max-width:44rem}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.5rem 1rem;z-index:9}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.band{background:var(--band);color:var(--on-band)}
.band a{color:inherit}
.band .wide{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem;padding-top:.6rem;padding-bottom:.6rem}
.band :focus-visible{outline-color:var(--on-band)}
.brand{display:flex;align-items:center;gap:.6rem;font-weight:650;text-decoration:none;margin-right:auto;padding:.25rem 0}
.brand svg{height:1.75rem;width:auto;fill:currentColor}
.band nav ul{display:flex;flex-wrap:wrap;list-style:none;margin:0;padding:0;gap:.1rem 1.1rem}
.band nav a{display:inline-block;padding:.35rem 0;text-decoration:none;border-bottom:3px solid transparent}
.band nav a:hover{border-color:currentColor}
.band nav a[aria-current]{border-color:currentColor;font-weight:600}
.banner{background:var(--warn-soft);color:var(--ink);border-bottom:1px solid var(--line);font-size:.9375rem}
.banner .wide{padding-top:.35rem;padding-bottom:.35rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center}
.who+nav{flex-basis:100%}
.who{margin-left:auto;font-size:.9375rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center}
.who form{margin:0}
.who button,.linkish{background:none;border:0;padding:.35rem 0;color:inherit;font:inherit;text-decoration:underline;
text-underline-offset:.15em;cursor:pointer;width:auto;min-height:0}
.linkish{color:var(--accent)}
footer.foot{border-top:1px solid var(--line);color:var(--muted);font-size:.9375rem}
footer.foot .wide{padding-top:1.25rem;padding-bottom:2rem;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
footer.foot a{color:inherit}
.crumbs{font-size:.9375rem;margin:0 0 .75rem}
.lead{font-size:1.1875rem;max-width:44rem}
.over{color:var(--muted);margin:0 0 .25rem;font-size:.9375rem}
.notice{border:1px solid var(--line);border-left:.35rem solid var(--edge);border-radius:var(--radius);background:var(--soft);
padding:.8rem 1rem;margin:0 0 1.25rem}
.notice>:last-child{margin-bottom:0}
.notice h2,.notice h3{margin:0 0 .3rem;font-size:1.0625rem}
.notice.good{border-left-color:var(--good);background:var(--good-soft)}
.notice.warn{border-left-color:var(--warn);background:var(--warn-soft)}
.notice.bad{border-left-color:var(--bad);background:var(--bad-soft)}
.mark{display:inline-block;border:1px solid var(--edge);border-radius:1rem;padding:.05rem .65rem;font-size:.875rem;
line-height:1.5;background:var(--ground);white-space:nowrap}
.mark.good{color:var(--good);border-color:currentColor;background:var(--good-soft)}
.mark.warn{color:var(--warn);border-color:currentColor;background:var(--warn-soft)}
.mark.bad{color:var(--bad);border-color:currentColor;background:var(--bad-soft)}
dl.facts{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.3rem 1.5rem}
dl.facts dt{color:var(--muted)}
dl.facts dd{margin:0}
.scroll{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;padding:0 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600}
thead th{color:var(--muted);font-size:.9375rem;border-bottom-color:var(--edge)}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
.date{white-space:nowrap;font-variant-numeric:tabular-nums}
tr.late td:first-child{box-shadow:inset .25rem 0 var(--bad);padding-left:.75rem}
ul.cards{list-style:none;padding:0;display:grid;gap:.75rem}
.card{border:1px solid var(--line);border-radius:var(--radius);padding:.85rem 1rem;background:var(--ground)}
.card>:last-child{margin-bottom:0}
.card h2,.card h3{margin-top:0}
.card.late{border-left:.35rem solid var(--bad)}
.split{display:grid;gap:1.5rem 2.5rem}
.split+.split{margin-top:2rem}h2+h3{margin-top:.5rem}
.split>*>:first-child,.split>*>:first-child>h2:first-child{margin-top:0}
.steps{list-style:none;padding:0;margin:0 0 1rem}
.steps li{position:relative;padding:0 0 .9rem 1.75rem}
.steps li::before{content:"";position:absolute;left:.2rem;top:.42rem;width:.75rem;height:.75rem;border-radius:50%;
border:2px solid var(--edge);background:var(--ground)}
.steps li::after{content:"";position:absolute;left:.66rem;top:1.35rem;bottom:-.2rem;border-left:2px solid var(--line)}
.steps li:last-child::after{display:none}
.steps .done::before{background:var(--edge)}
.steps [aria-current]::before{border-color:var(--accent);background:var(--accent)}
.steps [aria-current]{font-weight:600}
.clause{border-left:.25rem solid var(--line);padding:.1rem 0 .1rem .9rem;margin:0 0 1rem}
.clause p{margin-bottom:.35rem}
.text p{max-width:44rem;white-space:pre-line}.diff{white-space:pre-line}
pre.letter{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;max-width:44rem;border:1px solid var(--line);border-radius:var(--radius);padding:1rem}
ins{background:var(--new);text-decoration:underline}
del{background:var(--old)}
.tabs{display:flex;flex-wrap:wrap;list-style:none;padding:0;gap:.1rem 1.25rem;border-bottom:1px solid var(--line);margin:0 0 1.5rem}
.tabs a{display:inline-block;padding:.4rem 0;text-decoration:none;border-bottom:3px solid transparent;margin-bottom:-1px}
.tabs a[aria-current]{border-color:var(--accent);font-weight:600}
.tabs a:hover{border-color:var(--edge)}
button,.button{display:inline-block;font:inherit;line-height:1.3;min-height:2.75rem;padding:.6rem 1.1rem;cursor:pointer;
border:1px solid var(--edge);border-radius:var(--radius);background:var(--ground);color:var(--ink);text-decoration:none}
button:hover,.button:hover{background:var(--soft);border-color:var(--ink)}
button.first,.button.first{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
button.first:hover,.button.first:hover{filter:brightness(1.08);border-color:var(--ink)}
button.risky{border-color:var(--bad);color:var(--bad);font-weight:600}
button.small,.button.small{min-height:2.25rem;padding:.3rem .75rem;font-size:.9375rem}
.row{display:flex;flex-wrap:wrap;gap:.6rem .75rem;align-items:center;margin:0 0 1rem}
.row form{margin:0}
.row.end{align-items:end}
.actions{list-style:none;padding:0;display:grid;gap:.5rem}
form.sheet{max-width:44rem}.prose+form,.notice+form{margin-top:1.5rem}
.field{margin:0 0 1.25rem}
.row>.field{margin:0}
label,legend{display:block;font-weight:600;padding:0}
.field label{margin-bottom:.15rem}.field input[type=text]+label{margin-top:.6rem}
.hint{color:var(--muted);margin:0 0 .3rem;font-size:.9375rem;max-width:44rem}
.fault{color:var(--bad);font-weight:600;margin:.1rem 0 .3rem}
fieldset{border:0;padding:0;margin:0 0 1.25rem;min-width:0}
fieldset.box{border:1px solid var(--line);border-radius:var(--radius);padding:.75rem 1rem}
fieldset.box legend{padding:0 .4rem;margin-left:-.4rem}
input,select,textarea{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--edge);border-radius:var(--radius);
padding:.5rem .65rem;max-width:100%;min-height:2.75rem}
input[type=text],input[type=search],input[type=email],textarea,select.wide-select{width:100%}
input[type=date]{width:11.5rem}
input[type=number]{width:8rem}
input[type=file]{width:100%;padding:.6rem}
textarea{min-height:8rem;resize:vertical;line-height:1.5}
textarea.tall{min-height:20rem}
textarea.short{min-height:4.5rem}
[aria-invalid=true]{border-color:var(--bad);box-shadow:0 0 0 1px var(--bad)}
.choice{display:flex;gap:.6rem;align-items:flex-start;padding:.3rem 0}
.choice label{font-weight:400;margin:0;padding:.15rem 0}
input[type=checkbox],input[type=radio]{width:1.35rem;height:1.35rem;min-height:0;flex:none;margin:.2rem 0 0;accent-color:var(--accent)}
table.keyed th[scope=row]{font-weight:400}table.keyed th:first-child{width:40%}table.keyed td,table.keyed th{padding:.15rem .75rem .15rem 0;vertical-align:middle}
input.brief{width:8rem;min-height:2.25rem;padding:.2rem .5rem}
.columns{columns:16rem;column-gap:2rem}
.columns>*{break-inside:avoid}
.grid{display:grid;gap:.75rem 1.5rem;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr))}
.filters{background:var(--soft);border:1px solid var(--line);border-radius:var(--radius);padding:1rem;margin:0 0 1.25rem}
.filters .grid{align-items:end;margin-bottom:.5rem}.filters>:last-child{margin-bottom:0}.filters input:not([type=checkbox]),.filters select{width:100%}
.pager{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center;justify-content:space-between}
details>summary{cursor:pointer;padding:.3rem 0;font-weight:600}
details[open]>summary{margin-bottom:.5rem}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
code,.hash{font:.9375em ui-monospace,SFMono-Regular,Consolas,monospace;overflow-wrap:anywhere}
svg.chart{width:100%;height:auto;max-width:46rem}
.p0{--c:var(--accent)}.p1{--c:var(--good)}.p2{--c:var(--ink)}.p3{--c:var(--edge)}.p4{--c:var(--line)}.p5{--c:var(--bad)}.p6{--c:var(--warn)}
.part{fill:var(--c);stroke:var(--ground)}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.9375rem}
.legend li::before{content:"";display:inline-block;width:.8rem;height:.8rem;margin-right:.4rem;background:var(--c)}
svg.chart text{font:13px system-ui,sans-serif;fill:var(--ink)}
@media (min-width:40.01rem){.year table{table-layout:fixed}.year th:first-child{width:32%}.year th:last-child{width:26%}}
ul.plain{list-style:none;padding:0;margin:0}
.days{list-style:none;padding:0}.days li{display:grid;grid-template-columns:6.5rem 1fr;gap:0 1rem;padding:.15rem 0}
.empty{border:1px dashed var(--edge);border-radius:var(--radius);padding:1.5rem 1rem;color:var(--muted);text-align:center;margin:0 0 1rem}
.empty>:last-child{margin-bottom:0}
@media (min-width:62rem){.split{grid-template-columns:minmax(0,1fr) 21rem}.split.aside-first>:first-child{grid-column:2;grid-row:1}.split.aside-first>:last-child{grid-column:1;grid-row:1}.split.even{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.beside{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}}
@media (max-width:40rem){h1{font-size:1.45rem}dl.facts{grid-template-columns:1fr;gap:0}dl.facts dd{margin-bottom:.6rem}
table.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.stack tr{display:block;border-bottom:1px solid var(--line);padding:.6rem 0}
table.stack td,table.stack th{display:block;border:0;padding:.1rem 0;text-align:left}
table.stack td[data-label]::before{content:attr(data-label) ": ";color:var(--muted)}
tr.late td:first-child{padding-left:.75rem}}
@media (forced-colors:active){.steps li::before{forced-color-adjust:none}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{.band nav,.who,.banner,.skip,.filters,.pager,button,.button,footer.foot,.actions,.crumbs,.tabs{display:none!important}
:root{--ground:#fff;--soft:#fff;--ink:#000;--muted:#333;--line:#999;--edge:#555;--accent:#000;--band:#fff;--on-band:#000}
body{font-size:10.5pt}.band{background:none;color:#000}.steps li::before,.part,.legend li::before{print-color-adjust:exact}main.wide{padding:0}.split{display:block}a{text-decoration:none}
.card,.clause,tr,li{break-inside:avoid}h2,h3{break-after:avoid}}
`;

/** The stylesheet in the organisation's colours. What stands on a button is the ground behind it, in light and dark. */
export const stylesheetIn = ({ accent, accentInDark, band, onBand }: Colours): string =>
  `${base.trim()}
:root{--accent:${accent};--on-accent:#fff;--band:${band};--on-band:${onBand}}
@media (prefers-color-scheme:dark){:root{--accent:${accentInDark};--on-accent:#16181c}}
`;
