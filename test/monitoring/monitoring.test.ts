// What deploy/monitoring asks for is what /metrics really serves: names, labels and label values, checked on a running
// server that has answered somebody.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { type AppStage, eventually, startApp } from '../support/app-stage.ts';
import { type AlertRule, firing, type RuleTest, secondsOf } from './rule-tests.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'deploy', 'monitoring');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

interface Panel {
  id: number;
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets?: { expr: string; legendFormat: string }[];
}

const rules = (load(read('alerts.yml')) as { groups: { rules: AlertRule[] }[] }).groups.flatMap((group) => group.rules);
const ruleTests = (load(read('alerts.test.yml')) as { tests: RuleTest[] }).tests;
const panels = (JSON.parse(read('grafana-dashboard.json')) as { panels: Panel[] }).panels;
const expressions: [string, string][] = [
  ...rules.map((rule): [string, string] => [rule.alert, rule.expr]),
  ...panels.flatMap((panel) => (panel.targets ?? []).map((one): [string, string] => [panel.title, one.expr])),
];

/** Series of the exposition text: name → every label set. */
function seriesOf(text: string): Map<string, Record<string, string>[]> {
  const series = new Map<string, Record<string, string>[]>();
  for (const line of text.split('\n')) {
    const [, name, labels] = /^([a-z_]\w*)(?:\{(.*)\})? /.exec(line) ?? [];
    if (!name || line.startsWith('#')) continue;
    const set = Object.fromEntries([...(labels ?? '').matchAll(/(\w+)="([^"]*)"/g)].map((one) => [one[1]!, one[2]!]));
    series.set(name, [...(series.get(name) ?? []), set]);
  }
  return series;
}

const namesIn = (expression: string) => expression.match(/\b(?:frontdesk|nodejs|process)_\w+/g) ?? [];
/** Added by Prometheus to everything that it reads. */
const FROM_PROMETHEUS = new Set(['job', 'instance']);

describe('deploy/monitoring', function () {
  this.timeout(40_000);
  let app: AppStage;
  let text: string;
  let series: Map<string, Record<string, string>[]>;

  before(async () => {
    app = await startApp();
    await app.say('u-metrics', 'Where is my order ORD-12345?', { shopCustomerId: 'CUS-1001' });
    const scrape = async () => (await fetch(`${app.origin}/metrics`)).text();
    text = await eventually(async () => {
      const found = await scrape();
      return /frontdesk_turns_total\{/.test(found) && /frontdesk_tool_calls_total\{/.test(found) && found;
    }).then(async () => scrape());
    series = seriesOf(text);
  });
  after(() => app?.remove());

  it('asks only for metrics that are served', () => {
    assert.ok(expressions.length > 25, `only ${expressions.length} expressions`);
    for (const [where, expression] of expressions)
      for (const name of namesIn(expression)) assert.ok(series.has(name), `${where} asks for ${name}`);
  });

  it('asks only for labels that these metrics carry', () => {
    for (const [where, expression] of expressions) {
      for (const [, name, selector] of expression.matchAll(/\b(frontdesk_\w+)\{([^}]*)\}/g))
        for (const [, label] of selector!.matchAll(/(\w+)\s*[=!]/g))
          assert.ok(label! in series.get(name!)![0]!, `${where}: ${name} has no label ${label}`);
      for (const [, group] of expression.matchAll(/\bby \(([^)]*)\)/g))
        for (const label of group!.split(',').map((one) => one.trim()))
          assert.ok(
            FROM_PROMETHEUS.has(label) || namesIn(expression).some((name) => label in series.get(name)![0]!),
            `${where} groups by ${label}`,
          );
    }
  });

  it('shows every metric of ours somewhere on the dashboard', () => {
    const shown = new Set(panels.flatMap((panel) => (panel.targets ?? []).flatMap((one) => namesIn(one.expr))));
    const families = [...text.matchAll(/^# TYPE (frontdesk_\w+) (\w+)/gm)].map((one) => ({
      name: one[1]!,
      names: one[2] === 'histogram' ? [`${one[1]}_bucket`] : [one[1]!],
    }));
    assert.ok(families.length >= 12);
    for (const { name, names } of families)
      assert.ok(
        names.some((one) => shown.has(one)),
        `${name} is shown nowhere`,
      );
  });

  it('explains every panel and every alert', () => {
    for (const panel of panels) assert.ok(panel.type === 'row' || panel.description, `${panel.title} says nothing`);
    for (const { alert, annotations } of rules)
      assert.ok(annotations.summary && annotations.what_to_do, `${alert} does not say what to do`);
  });

  it('lays no panel over another, and numbers each once', () => {
    assert.equal(new Set(panels.map((panel) => panel.id)).size, panels.length);
    const cells = new Set<string>();
    for (const { title, gridPos } of panels)
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          assert.ok(x < 24 && !cells.has(`${x},${y}`), `${title} lies over another at ${x},${y}`);
          cells.add(`${x},${y}`);
        }
  });

  it('tests every alert rule, to rise and to stay quiet', () => {
    const tested = ruleTests.flatMap((one) => one.alert_rule_test);
    for (const { alert } of rules)
      assert.ok(
        tested.some((one) => one.alertname === alert && one.exp_alerts.length > 0),
        `${alert} is never seen to rise`,
      );
  });

  it('raises and resolves each alert as its unit tests say, with the same words', () => {
    let tried = 0;
    for (const test of ruleTests)
      for (const { eval_time: time, alertname, exp_alerts: expected } of test.alert_rule_test) {
        const rule = rules.find((one) => one.alert === alertname);
        assert.ok(rule, `${alertname} is no rule`);
        assert.deepEqual(firing(rule, test, secondsOf(time)), expected, `${test.name}: ${alertname} at ${time}`);
        tried += 1;
      }
    assert.ok(tried >= 25, `only ${tried}`);
  });

  it('notices a rule that is wrong', () => {
    const rule = rules.find((one) => one.alert === 'FrontdeskSlowAnswers')!;
    const wrong = { ...rule, expr: rule.expr.replace('> 0.5', '> 5') };
    const test = ruleTests.find((one) => one.name.startsWith('half of the answers'))!;
    assert.deepEqual([firing(rule, test, 1_200).length, firing(wrong, test, 1_200).length], [1, 0]);
  });

  // It comes with Prometheus. Where there is none, the two tests above say the same.
  if (!spawnSync('promtool', ['--version']).error)
    it('passes promtool, too', () => {
      for (const args of [
        ['test', 'rules', 'alerts.test.yml'],
        ['check', 'config', 'prometheus.yml'],
      ]) {
        const promtool = spawnSync('promtool', args, { cwd: FOLDER, encoding: 'utf8' });
        assert.equal(promtool.status, 0, promtool.stdout + promtool.stderr);
      }
    });

  it('serves no customer data', () => {
    assert.ok(!/u-metrics|ORD-12345|CUS-1001/.test(text));
    const channels = series.get('frontdesk_response_seconds_count')!.map((one) => one.channel);
    assert.deepEqual(channels, ['web']);
  });
});
