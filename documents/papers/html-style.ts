/** The look of a paper on a screen, and when it is printed from there. */
export const paperStyle = `
:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#595959;--line:#c8c8c8;--sheet:#fff;--desk:#eceae6}
@media (prefers-color-scheme:dark){:root{--ink:#ececec;--soft:#b3b3b3;--line:#4a4a4a;--sheet:#1d1e20;--desk:#131415}}
*{box-sizing:border-box}
body{margin:0;background:var(--desk);color:var(--ink);font:1.0625rem/1.5 "Source Sans 3","Source Sans Pro","Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:2rem auto;padding:3rem 3.5rem;background:var(--sheet);border:1px solid var(--line)}
main.wide-page{max-width:76rem}
h1{font-size:1.6rem;line-height:1.25;margin:2rem 0 1rem;text-wrap:balance}
h2{font-size:1.15rem;line-height:1.3;margin:1.6rem 0 .35rem}
h3{font-size:1.0625rem;line-height:1.3;margin:1.2rem 0 .25rem}
p{margin:0 0 .7rem}
ul{margin:0 0 .7rem;padding-left:1.3rem}
li{margin:.15rem 0}
ul.points{list-style:none;padding-left:1.65rem}
ul.points li{text-indent:-1.65rem;margin:.4rem 0}
.letterhead{display:flex;flex-wrap:wrap;gap:.2rem 2rem;justify-content:space-between;padding-bottom:.6rem;border-bottom:1px solid var(--line)}
dl{margin:0}
dt{color:var(--soft);font-size:.9rem}
dd{margin:0}
dl.head{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.6rem 2rem}
dl.rows{margin:0 0 .8rem}
dl.rows div{display:grid;grid-template-columns:minmax(9rem,1fr) 2.4fr;gap:0 1rem;padding:.2rem 0}
dl.rows dt{font-size:1rem}
blockquote{margin:0 0 .8rem;padding-left:1rem;border-left:3px solid var(--line)}
blockquote p:last-child{margin:0}
.wide{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.35;overflow-wrap:normal}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;white-space:nowrap}
.signatures{margin-top:2rem;break-inside:avoid}
.signer{margin:2.2rem 0 0}
.note{margin-top:2.5rem;padding-top:.6rem;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}
@media (max-width:40rem){main{margin:0;padding:1.2rem;border:0}dl.rows div{grid-template-columns:1fr}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--line:#999;--sheet:#fff;--desk:#fff}body{font-size:11pt}main{max-width:none;margin:0;padding:0;border:0}h1,h2,h3{break-after:avoid}tr{break-inside:avoid}.wide{overflow:visible}@page{size:A4;margin:25mm 25mm 22mm}}
`.trim();
