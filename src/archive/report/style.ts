/** The style of the page: light and dark, text of at least 4.5:1 and bars of at least 3:1 on their ground. */
const LIGHT = `--ground:#fbfaf7;--card:#fff;--ink:#1d1c1a;--soft:#5c5850;--line:#e4e0d6;
--document:#2f5fb3;--date:#8a8577;--official:#8a4bb0;--topic:#0c7c86;--bridgePoints:#a35b00;--attendance:#7d7400;--deadline:#c0342b;--other:#55606b`
const DARK = `--ground:#161513;--card:#1f1e1b;--ink:#eeebe4;--soft:#b0aa9d;--line:#36332d;
--document:#7fa8f0;--date:#8f897c;--official:#c792ea;--topic:#4fc1c9;--bridgePoints:#e8a04c;--attendance:#cfc452;--deadline:#f2786d;--other:#9fabb8`

export const TYPES = ['document', 'date', 'official', 'topic', 'bridgePoints', 'attendance', 'deadline'] as const

export const colourOf = (type: string): string => ((TYPES as readonly string[]).includes(type) ? type : 'other')

export const STYLE = `:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:1080px;margin:0 auto;padding:32px 20px 64px}
h1{font-size:30px;line-height:1.2;margin:0 0 4px;letter-spacing:-.01em}
h2{font-size:20px;margin:0 0 4px}
p{margin:0 0 14px;color:var(--soft);max-width:75ch}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin:22px 0;padding:0;list-style:none}
.tiles li,section{background:var(--card);border:1px solid var(--line);border-radius:12px}
.tiles li{padding:14px 16px}
.tiles b{display:block;font-size:28px;line-height:1.2;font-variant-numeric:tabular-nums}
.tiles span{color:var(--soft);font-size:14px}
section{padding:20px 22px;margin:16px 0}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font:14px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:var(--ink)}
svg .axis,svg .small{font-size:13px;fill:var(--soft)}
svg .number{font-variant-numeric:tabular-nums;fill:var(--soft)}
svg .grid{stroke:var(--line);stroke-width:1}
svg .part{stroke:var(--card);stroke-width:1}
${[...TYPES, 'other'].map((type) => `.${type}{fill:var(--${type});--dot:var(--${type})}`).join('\n')}
.legend{display:flex;flex-wrap:wrap;gap:6px 18px;margin:0 0 12px;padding:0;list-style:none;font-size:14px}
.legend i{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:7px;background:var(--dot);vertical-align:-1px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;padding:7px 14px 7px 0;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600;color:var(--soft);white-space:nowrap}
td.when{white-space:nowrap}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.id{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;overflow-wrap:anywhere;min-width:10ch}
details{margin-top:14px}
summary{cursor:pointer;color:var(--soft);font-size:14px;padding:2px 0}
summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--document);outline-offset:2px;border-radius:4px}
footer{color:var(--soft);font-size:13px;margin-top:24px}
@media print{section{break-inside:avoid}}`
