// The run as a page: the numbers, what changed since the run before, and every conversation that did not hold, in full.
import type { Outcome } from './play.ts';
import type { Score } from './score.ts';

export interface Run {
  at: string;
  model: string;
  score: Score;
  outcomes: Outcome[];
}

export function renderReport(run: Run, before: Run | null): string {
  const keyOf = ({ topic, name }: Outcome) => `${topic}: ${name}`;
  const was = new Map(before?.outcomes.map((one) => [keyOf(one), one.faults.length === 0]) ?? []);
  const isRight = (one: Outcome) => one.faults.length === 0;
  const newly = run.outcomes.filter((one) => was.has(keyOf(one)) && was.get(keyOf(one)) !== isRight(one));
  const wrong = run.outcomes.filter((one) => !isRight(one));
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const change = (now: number, then?: number) =>
    then === undefined || now === then ? '' : ` <small>(${percent(then)} before)</small>`;
  const { score } = run;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Conversations</title>
<style>
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{opacity:.7}dd{margin:0;font-variant-numeric:tabular-nums}
section{border-top:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:1rem 0}p{margin:.25rem 0;white-space:pre-wrap}
.bot{padding-left:1.5rem;opacity:.85}.fault{color:light-dark(#b42318,#ffa198)}
</style>
<h1>Conversations</h1>
<p>${run.at} · ${inHtml(run.model)} · ${score.conversations} conversations</p>
<dl>
<dt>agent success</dt><dd>${percent(score.success)}${change(score.success, before?.score.success)}</dd>
<dt>needless escalations</dt><dd>${percent(score.needless)}${change(score.needless, before?.score.needless)}</dd>
<dt>missed escalations</dt><dd>${score.missed}</dd>
${score.passAll.map((share, at) => `<dt>pass^${at + 1}</dt><dd>${percent(share)}</dd>`).join('\n')}
</dl>
<h2>What changed since ${before ? before.at : 'the first run'}</h2>
${newly.length === 0 ? '<p>Nothing.</p>' : `<ul>${newly.map((one) => `<li>${inHtml(keyOf(one))}: ${isRight(one) ? 'holds now' : 'does not hold any more'}</li>`).join('')}</ul>`}
<h2>What does not hold</h2>
${wrong.length === 0 ? '<p>Everything holds.</p>' : wrong.map(renderOutcome).join('\n')}
</html>
`;
}

function renderOutcome({ topic, name, faults, transcript }: Outcome): string {
  return `<section><h3>${inHtml(`${topic}: ${name}`)}</h3>
${faults.map((fault) => `<p class="fault">${inHtml(fault)}</p>`).join('\n')}
${transcript.map(({ who, text }) => `<p class="${who}">${inHtml(who === 'customer' ? `> ${text}` : text)}</p>`).join('\n')}
</section>`;
}

function inHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}
