// Group commit: calls that come while others are under way leave together as the next group. Nothing waits for company:
// a call that comes alone leaves alone and at once.

export interface GatherOptions<Request> {
  /** Two calls with the same key never share a group: the second goes with a later one. */
  keyOf(request: Request): string;
  /** Groups under way at the same time. */
  inFlight: number;
  /** Calls in one group at most. */
  most: number;
}

interface Waiting<Request, Result> {
  request: Request;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** Each call's outcome in the order of the group; an Error rejects that call alone. */
export type RunGroup<Request, Result> = (requests: Request[]) => Promise<(Result | Error)[]>;

/** A function of one request that runs `run` for many at once. Calls with the same key keep their order. */
export function gather<Request, Result>(
  run: RunGroup<Request, Result>,
  options: GatherOptions<Request>,
): (request: Request) => Promise<Result> {
  let waiting: Waiting<Request, Result>[] = [];
  const busyKeys = new Set<string>();
  let underWay = 0;

  function takeGroup(): Waiting<Request, Result>[] {
    const group: Waiting<Request, Result>[] = [];
    const left: Waiting<Request, Result>[] = [];
    for (const call of waiting) {
      const key = options.keyOf(call.request);
      if (group.length >= options.most || busyKeys.has(key)) {
        left.push(call);
        continue;
      }
      busyKeys.add(key);
      group.push(call);
    }
    waiting = left;
    return group;
  }

  async function runGroup(group: Waiting<Request, Result>[]): Promise<void> {
    underWay += 1;
    try {
      const results = await run(group.map((call) => call.request));
      group.forEach((call, at) => {
        const result = results[at] as Result | Error;
        if (result instanceof Error) call.reject(result);
        else call.resolve(result);
      });
    } catch (error) {
      for (const call of group) call.reject(error);
    } finally {
      underWay -= 1;
      for (const call of group) busyKeys.delete(options.keyOf(call.request));
      leave();
    }
  }

  function leave(): void {
    while (underWay < options.inFlight && waiting.length > 0) {
      const group = takeGroup();
      if (group.length === 0) return; // all of them wait for their own predecessors
      void runGroup(group);
    }
  }

  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      leave();
    });
}
