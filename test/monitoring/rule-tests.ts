// Runs the unit tests of the alert rules as `promtool test rules` does: the rules are evaluated every minute over the given
// series, and what fires at a time must be what the test expects, with its labels and words.
import { compileQuery, type Labels, type Series, secondsOf } from './promql.ts';

export { secondsOf };

export interface AlertRule {
  alert: string;
  expr: string;
  for?: string;
  labels: Labels;
  annotations: Labels;
}
interface ExpectedAlert {
  exp_labels: Labels;
  exp_annotations: Labels;
}
export interface RuleTest {
  name: string;
  interval: string;
  input_series: { series: string; values: string }[];
  alert_rule_test: { eval_time: string; alertname: string; exp_alerts: ExpectedAlert[] }[];
}

const STEP_S = 60;

/** What fires at this time. */
export function firing(rule: AlertRule, test: RuleTest, atS: number): ExpectedAlert[] {
  const evaluate = compileQuery(rule.expr, test.input_series.map(seriesOf), secondsOf(test.interval));
  const since = new Map<string, number>();
  let found: ExpectedAlert[] = [];
  for (let time = 0; time <= atS; time += STEP_S) {
    const samples = evaluate(time).filter(({ value }) => !Number.isNaN(value));
    const keys = new Set(samples.map(({ labels }) => JSON.stringify(labels)));
    for (const key of since.keys()) if (!keys.has(key)) since.delete(key);
    found = samples.flatMap(({ labels, value }) => {
      const key = JSON.stringify(labels);
      since.set(key, since.get(key) ?? time);
      if (time - since.get(key)! < secondsOf(rule.for ?? '0s')) return [];
      const words = Object.entries(rule.annotations).map(([name, text]) => [name, fill(text, labels, value)]);
      return [{ exp_labels: { ...labels, ...rule.labels }, exp_annotations: Object.fromEntries(words) as Labels }];
    });
  }
  return found;
}

/** `1 0 2x3 0+10x30`: values, repeated or rising. */
function seriesOf({ series, values }: { series: string; values: string }): Series {
  const [, name, selector = ''] = /^(\w+)(?:\{(.*)\})?$/.exec(series) ?? [];
  const labels = Object.fromEntries([...selector.matchAll(/(\w+)="([^"]*)"/g)].map((one) => [one[1]!, one[2]!]));
  const read = (word: string): (number | null)[] => {
    const [, begin, rise, times] = /^(-?[\d.]+)(?:([+-][\d.]+))?x(\d+)$/.exec(word) ?? [];
    if (begin === undefined) return [word === '_' ? null : Number(word)];
    return Array.from({ length: Number(times) + 1 }, (_none, at) => Number(begin) + at * Number(rise ?? 0));
  };
  return { labels: { __name__: name!, ...labels }, values: values.trim().split(/\s+/).flatMap(read) };
}

function fill(text: string, labels: Labels, value: number): string {
  return text
    .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_all, name: string) => labels[name] ?? '')
    .replace('{{ $value }}', String(value))
    .replace('{{ $value | humanizeDuration }}', inTime(value))
    .replace('{{ $value | humanizePercentage }}', `${Number((value * 100).toPrecision(4))}%`);
}

function inTime(seconds: number): string {
  if (seconds < 1) return `${Number((seconds * 1_000).toPrecision(4))}ms`;
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return minutes > 0 ? `${minutes}m ${Math.floor(rest)}s` : `${Number(seconds.toPrecision(4))}s`;
}
