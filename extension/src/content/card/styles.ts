/**
 * The card's own style sheet. Sizes are in em from `medium`, the person's own letter size, since
 * the page's root size may be anything. `!important` on the host wins over every rule of the page.
 */
export const STYLES = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
  color-scheme: light dark !important;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.card {
  --surface: #fffdf8; --sunken: #f5efe4; --ink: #2c2620; --soft: #655b4e; --line: #e2d8c7;
  --accent: #42587a; --tint: #e6e9f0; --edge: transparent; --one: #42587a; --other: #c08f4d;
  position: fixed;
  inset: auto;
  inline-size: min(20.5em, 100vw - 24px);
  max-block-size: calc(100vh - 24px);
  margin: 0;
  padding: 0.375em 1.125em 1em;
  overflow: hidden auto;
  overscroll-behavior: contain;
  border: 1px solid var(--line);
  border-radius: 1em;
  background: var(--surface);
  box-shadow: 0 1px 2px rgb(60 45 25 / 8%), 0 10px 32px rgb(60 45 25 / 14%);
  color: var(--ink);
  font: medium/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: break-word;
  pointer-events: auto;
  user-select: none;
  -webkit-user-select: none;
}
.card.waiting { opacity: 0; pointer-events: none; }
@media (prefers-reduced-motion: no-preference) { .card { transition: opacity 240ms ease-out; } }
.card.broad { inline-size: min(30em, 100vw - 24px); }
.card.broad .full > .row { grid-template-columns: repeat(auto-fit, minmax(6em, 1fr)); }
.card.strip {
  inset-inline: 0;
  inline-size: auto;
  padding: 0.125em 0.5em 0.125em 1em;
  border-inline-width: 0;
  border-radius: 0;
}
.card.strip.opened { padding: 0.5em 1em 0.875em; }
.card.strip .full, .card.strip .thought { max-inline-size: 34em; margin-inline: auto; }
.bar { display: flex; align-items: center; justify-content: space-between; gap: 0.5em; }
.mark { color: var(--soft); font-size: 0.8125em; letter-spacing: 0.01em; }
.sign { inline-size: 1.25em; block-size: 1.25em; margin-inline-end: 0.375em; vertical-align: -0.3em; }
.one { color: var(--one); }
.other { color: var(--other); }
p { margin: 0; }
.thought { display: flex; flex-direction: column; gap: 0.625em; padding-block: 0.25em 0.5em; font-size: 0.9375em; }
/* The strip is slim for the eye; a screen reader hears the thought all the same. */
.card.strip .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.ask { font: 1.1875em/1.4 Georgia, "Iowan Old Style", "Noto Serif", "Liberation Serif", serif; }
.try { color: var(--soft); }
.row { display: grid; grid-template-columns: 1fr 1fr; gap: 0.375em; margin-block-start: 0.625em; }
.first {
  margin-block-start: 1em;
  padding-block-start: 0.75em;
  border-block-start: 1px solid var(--line);
  color: var(--soft);
  font-size: 0.8125em;
}
.first .row { margin-block: 0.625em; }
button {
  min-block-size: 2.25em;
  margin: 0;
  padding: 0.25em 0.625em;
  border: 1px solid var(--edge);
  border-radius: 0.625em;
  background: var(--sunken);
  color: var(--ink);
  font: inherit;
  font-size: 0.875em;
  cursor: pointer;
}
button:hover { background: var(--tint); }
.first button { font-size: 1em; }
.bar button { border-color: transparent; background: none; }
.open { flex: 1; min-inline-size: 0; padding-inline: 0; text-align: start; }
.open::after { content: ""; display: inline-block; margin-inline-start: 0.5em; border: 0.3em solid transparent; border-block: 0.375em solid currentcolor; border-block-end-width: 0; vertical-align: middle; }
.open:hover { text-decoration: underline; }
.close { min-inline-size: 2.25em; padding: 0; margin-inline-end: -0.5em; color: var(--soft); }
.close:hover { color: var(--ink); }
.cross { inline-size: 0.8125em; block-size: 0.8125em; vertical-align: middle; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.card:focus { outline: none; }
.card.asked:focus { outline: 3px solid var(--accent); outline-offset: -4px; }
summary { inline-size: fit-content; padding-block: 0.25em; color: var(--accent); font-size: 0.875em; cursor: pointer; }
.why { padding-block: 0.25em; font-size: 0.875em; user-select: text; -webkit-user-select: text; }
h3 { margin: 0.75em 0 0.25em; color: var(--soft); font: inherit; font-weight: 600; }
h3:first-child { margin-block-start: 0; }
ul { margin: 0; padding-inline-start: 1.25em; }
li + li { margin-block-start: 0.375em; }
a { color: var(--accent); }
.soft { color: var(--soft); }
@media (prefers-color-scheme: dark) {
  .card {
    --surface: #262220; --sunken: #342e2a; --ink: #ece5d9; --soft: #b6ab9b; --line: #3c362f;
    --accent: #a9bddb; --tint: #2f3746; --one: #a9bddb; --other: #d3a566;
    box-shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 10px 32px rgb(0 0 0 / 45%);
  }
}
@media (prefers-contrast: more) { .card { --soft: var(--ink); --line: var(--ink); --edge: var(--ink); } }
@media (forced-colors: active) {
  .card { --edge: ButtonBorder; border: 2px solid CanvasText; }
  .card.strip { border-inline-width: 0; }
}
`;
