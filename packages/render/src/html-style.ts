/** The look of a page that is kept: that of the site, in system fonts, for screens and for paper. */

export const STYLE = `
:root{--ground:#f0f4f6;--surface:#fff;--paper:#fbf9f3;--paper-line:#e3dece;--ink:#142029;--ink-2:#4a5761;--line:#d5dce1;--strong:#7d8a94;--accent:#1d449f;--mark:#ffe277;--mark-ink:#142029;--emergency:#99261b;--urgent:#8c1f56;--soon:#6b3789;--routine:#41566b;--reassuring:#23634a}
@media (prefers-color-scheme:dark){:root{--ground:#0e1418;--surface:#161e24;--paper:#1d2020;--paper-line:#3a3b36;--ink:#e8eef1;--ink-2:#b2bfc8;--line:#2c3841;--strong:#7b8994;--accent:#a6c1ff;--mark:#5c4a0c;--mark-ink:#fff3c9;--emergency:#ffb3a6;--urgent:#f5a9cb;--soon:#d9b5f0;--routine:#b4c8da;--reassuring:#8fd3b2}}
html{font:18px/1.55 "Atkinson Hyperlegible Next",system-ui,-apple-system,"Segoe UI","Noto Sans","PingFang SC","Noto Sans SC",sans-serif;color:var(--ink);background:var(--ground);overflow-wrap:break-word}
html:lang(zh){line-height:1.7}
body{margin:0}
main{max-width:41rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1rem;font-weight:600;color:var(--ink-2);margin:0 0 1.5rem}
h2{font-size:1.45rem;line-height:1.2;letter-spacing:-.018em;margin:3rem 0 1rem;break-after:avoid}
p{margin:0 0 .75rem}
a{color:var(--accent)}
.headline{font-size:1.9rem;line-height:1.12;font-weight:680;letter-spacing:-.026em}
.notice{background:var(--surface);border:1.5px dashed var(--strong);border-radius:14px;padding:.75rem 1rem}
.urgency{display:flex;gap:.6rem;align-items:baseline;font-size:1.17rem;font-weight:600}
.urgency::before{content:"";flex:none;width:.7rem;height:.7rem;border-radius:50%;background:var(--tier)}
.emergency{--tier:var(--emergency)}.urgent{--tier:var(--urgent)}.soon{--tier:var(--soon)}.routine{--tier:var(--routine)}.reassuring{--tier:var(--reassuring)}
.item{position:relative;background:var(--surface);border:1px solid var(--line);border-radius:22px;padding:1.1rem 1.1rem 1.1rem 3.6rem;margin:0 0 1rem;break-inside:avoid}
.number{position:absolute;left:1.1rem;top:1.15rem;width:1.75rem;height:1.75rem;line-height:1.75rem;border-radius:50%;border:1.5px solid var(--ink);text-align:center;font-weight:680;margin:0;box-sizing:border-box;line-height:1.55rem}
.lead{font-size:1.17rem;line-height:1.5}
.facts,.small,.source,dd{color:var(--ink-2)}
.small,.source{font-size:.8334rem}
.small{margin-top:2rem}
h1+.small{margin:-1rem 0 1.5rem}
blockquote{margin:0;background:var(--paper);border:1px solid var(--paper-line);border-radius:4px;padding:.75rem 1rem}
.source{margin:0 0 .25rem}
.report{font-family:"Source Serif 4","Iowan Old Style",Georgia,"Noto Serif",serif;margin:0}
pre.report{background:var(--paper);border:1px solid var(--paper-line);border-radius:4px;padding:1rem;white-space:pre-wrap;font-size:1rem}
.words{line-height:2}
mark{color:inherit;background:linear-gradient(var(--mark),var(--mark)) left bottom/100% 2px no-repeat}
mark:target{background:var(--mark);color:var(--mark-ink)}
ul{list-style:none;margin:0;padding:0}
li{position:relative;padding:0 0 0 1.8rem;margin:0 0 .6rem;break-inside:avoid}
li::before{content:"";position:absolute;left:.3rem;top:.6em;width:.45rem;height:.45rem;border-radius:50%;background:var(--strong)}
.tick li::before{top:.3em;width:.4rem;height:.75rem;border:solid var(--reassuring);border-width:0 .16rem .16rem 0;border-radius:0;background:none;transform:rotate(42deg)}
.box li::before{left:0;top:.28em;width:.9rem;height:.9rem;border:1.5px solid var(--strong);border-radius:3px;background:none}
.steps li{background:var(--surface);border:1px solid var(--line);border-left:4px solid var(--ink);border-radius:8px;padding:.75rem 1rem}
.steps li::before{content:none}
.steps b{display:block}
dl{margin:0}
dl div{margin:0 0 .75rem;break-inside:avoid}
dt{font-weight:600}
dd{margin:0}
.notes{height:9rem;background:repeating-linear-gradient(transparent,transparent 2.2rem,var(--strong) 2.2rem,var(--strong) calc(2.2rem + 1px))}
@media print{html{font-size:11pt;background:none}main{max-width:none;padding:0}:root{--ground:#fff;--surface:#fff;--paper:#fff;--ink:#000;--ink-2:#333;--line:#999}h2{margin-top:1.6rem}.item{border-radius:8px}}
@page{margin:18mm}
`.trim();
