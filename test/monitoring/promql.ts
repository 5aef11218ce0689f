// As much of Prometheus' query language as our alert rules use, so that their unit tests run on a machine without promtool.
// Rates are extrapolated as Prometheus does it. What is not known here is refused, never guessed.
/** `15m` */
export function secondsOf(duration: string): number {
  const [, count, unit] = /^(\d+)([smh])$/.exec(duration) ?? [];
  return Number(count) * { s: 1, m: 60, h: 3_600 }[unit as 's' | 'm' | 'h'];
}

export type Labels = Record<string, string>;
export interface Series {
  labels: Labels;
  /** One value for each interval from the beginning on; null: not scraped. */
  values: (number | null)[];
}
export interface Sample {
  labels: Labels;
  value: number;
}
type Value = number | Sample[];
type Evaluate = (atS: number) => Value;

const LOOK_BACK_S = 300;
const AGGREGATES = ['sum', 'min', 'max'] as const;

/** Throws Error where the expression is not in our part of the language. */
export function compileQuery(text: string, series: readonly Series[], intervalS: number): (atS: number) => Sample[] {
  const tokens = text.match(/"[^"]*"|[\d.]+[smh]?|\w+|[<>!=]=|!=|=~|\S/g) ?? [];
  let at = 0;
  const peek = () => tokens[at];
  const next = () => tokens[at++] ?? fail('the end');
  const fail = (what: string): never => {
    throw new Error(`not in our part of PromQL: ${what} in ${text}`);
  };
  const expect = (wanted: string) => {
    const found = next();
    if (found !== wanted) fail(`${found}, where ${wanted} is expected`);
  };
  const isNext = (...wanted: string[]) => wanted.includes(peek() ?? '');

  const readAnd = () => {
    let left = readComparison();
    while (isNext('and')) {
      next();
      const [one, other] = [left, readComparison()];
      left = (time) => (one(time) as Sample[]).filter((sample) => match(other(time) as Sample[], sample));
    }
    return left;
  };
  const readComparison = () => readBinary(['>', '<', '>=', '<=', '=='], () => readBinary(['-', '+'], readProduct));
  const readProduct = () => readBinary(['/', '*'], readUnary);
  function readBinary(operators: string[], read: () => Evaluate): Evaluate {
    let left = read();
    while (isNext(...operators)) {
      const operator = next();
      const [one, other] = [left, read()];
      left = (time) => combine(operator, one(time), other(time));
    }
    return left;
  }

  function readUnary(): Evaluate {
    const word = next();
    if (word === '(') {
      const inner = readAnd();
      expect(')');
      return inner;
    }
    if (/^[\d.]/.test(word)) return () => Number(word);
    if ((AGGREGATES as readonly string[]).includes(word)) return readAggregate(word);
    if (word === 'rate' || word === 'increase') return readRate(word);
    if (word === 'histogram_quantile') return readQuantile();
    return readSelector(word).instant;
  }

  function readAggregate(name: string): Evaluate {
    let by: string[] = [];
    if (isNext('by')) {
      next();
      by = readList();
    }
    expect('(');
    const inner = readAnd();
    expect(')');
    return (time) => aggregate(name, by, inner(time) as Sample[]);
  }

  function readList(): string[] {
    expect('(');
    const names: string[] = [];
    while (!isNext(')')) {
      names.push(next());
      if (isNext(',')) next();
    }
    next();
    return names;
  }

  function readRate(name: string): Evaluate {
    expect('(');
    const { range } = readSelector(next());
    expect('[');
    const windowS = secondsOf(next());
    expect(']');
    expect(')');
    return (time) =>
      range(time, windowS).flatMap(({ labels, points }) => {
        const rise = riseOf(points, time, windowS);
        return rise === null ? [] : [{ labels, value: name === 'rate' ? rise / windowS : rise }];
      });
  }

  function readQuantile(): Evaluate {
    expect('(');
    const quantile = Number(next());
    expect(',');
    const inner = readAnd();
    expect(')');
    return (time) => quantiles(quantile, inner(time) as Sample[]);
  }

  function readSelector(name: string) {
    const tests: ((labels: Labels) => boolean)[] = [(labels) => labels.__name__ === name];
    if (isNext('{')) {
      next();
      while (!isNext('}')) {
        const label = next();
        const operator = next();
        const value = next().slice(1, -1);
        if (operator !== '=' && operator !== '!=') fail(operator);
        tests.push((labels) => ((labels[label] ?? '') === value) === (operator === '='));
        if (isNext(',')) next();
      }
      next();
    }
    const chosen = series.filter(({ labels }) => tests.every((test) => test(labels)));
    const range = (time: number, windowS: number) =>
      chosen.map(({ labels: { __name__: _name, ...labels }, values }) => ({
        labels,
        points: values.flatMap((value, index) => {
          const when = index * intervalS;
          return value !== null && when > time - windowS && when <= time ? [[when, value] as [number, number]] : [];
        }),
      }));
    const instant: Evaluate = (time) =>
      range(time, LOOK_BACK_S).flatMap(({ labels, points }) =>
        points.length === 0 ? [] : [{ labels, value: points.at(-1)![1] }],
      );
    return { range, instant };
  }

  const evaluate = readAnd();
  if (at < tokens.length) fail(tokens[at]!);
  return (time) => evaluate(time) as Sample[];
}

const keyOf = (labels: Labels) => JSON.stringify(Object.entries(labels).sort());
const match = (samples: Sample[], { labels }: Sample) => samples.find((one) => keyOf(one.labels) === keyOf(labels));

function combine(operator: string, left: Value, right: Value): Value {
  const isFilter = /[<>=]/.test(operator);
  return (left as Sample[]).flatMap((sample) => {
    const other = typeof right === 'number' ? right : match(right, sample)?.value;
    if (other === undefined) return [];
    const value = calculate(operator, sample.value, other);
    if (isFilter) return value ? [sample] : [];
    return [{ labels: sample.labels, value }];
  });
}

function calculate(operator: string, one: number, other: number): number {
  const results: Record<string, number> = {
    '+': one + other,
    '-': one - other,
    '*': one * other,
    '/': one / other,
    '>': Number(one > other),
    '<': Number(one < other),
    '>=': Number(one >= other),
    '<=': Number(one <= other),
    '==': Number(one === other),
  };
  return results[operator]!;
}

function aggregate(name: string, by: string[], samples: Sample[]): Sample[] {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const labels = Object.fromEntries(
      by.flatMap((label) => (label in sample.labels ? [[label, sample.labels[label]!]] : [])),
    );
    const key = keyOf(labels);
    groups.set(key, [...(groups.get(key) ?? []), { labels, value: sample.value }]);
  }
  return [...groups.values()].map((group) => {
    const values = group.map((one) => one.value);
    const value = name === 'sum' ? values.reduce((sum, one) => sum + one, 0) : Math[name as 'min' | 'max'](...values);
    return { labels: group[0]!.labels, value };
  });
}

/** How much a counter rose in the window, towards its ends as Prometheus does: promql/functions.go, extrapolatedRate. */
function riseOf(points: [number, number][], atS: number, windowS: number): number | null {
  if (points.length < 2) return null;
  const [first, last] = [points[0]!, points.at(-1)!];
  let rise = last[1] - first[1];
  for (let index = 1; index < points.length; index += 1)
    if (points[index]![1] < points[index - 1]![1]) rise += points[index - 1]![1];
  const sampled = last[0] - first[0];
  const average = sampled / (points.length - 1);
  const near = (gap: number) => (gap >= average * 1.1 ? average / 2 : gap);
  let toStart = near(first[0] - (atS - windowS));
  // A counter does not fall below nothing.
  if (rise > 0 && first[1] >= 0) toStart = Math.min(toStart, sampled * (first[1] / rise));
  return rise * ((sampled + toStart + near(atS - last[0])) / sampled);
}

function quantiles(quantile: number, buckets: Sample[]): Sample[] {
  const groups = new Map<string, { labels: Labels; counts: [number, number][] }>();
  for (const {
    labels: { le = '', ...labels },
    value,
  } of buckets) {
    const group = groups.get(keyOf(labels)) ?? { labels, counts: [] };
    group.counts.push([le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le), value]);
    groups.set(keyOf(labels), group);
  }
  return [...groups.values()].flatMap(({ labels, counts }) => {
    counts.sort(([one], [other]) => one - other);
    const all = counts.at(-1)![1];
    if (all === 0) return [{ labels, value: Number.NaN }];
    const rank = quantile * all;
    const at = counts.findIndex(([, count]) => count >= rank);
    if (counts[at]![0] === Number.POSITIVE_INFINITY) return [{ labels, value: counts.at(-2)![0] }];
    const [begin, below] = at === 0 ? [0, 0] : counts[at - 1]!;
    const [end, count] = counts[at]!;
    return [{ labels, value: begin + (end - begin) * ((rank - below) / (count - below)) }];
  });
}
