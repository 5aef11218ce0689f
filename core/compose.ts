// A pipeline in one function: each step may do its part and call the next one, or end the walk by not calling it.

export type Step<Context> = (context: Context, next: () => Promise<void>) => Promise<void>;

/** Runs the steps in order. A step that calls next() twice is a bug and throws. */
export function compose<Context>(steps: readonly Step<Context>[]): (context: Context) => Promise<void> {
  return (context) => {
    const run = async (at: number): Promise<void> => {
      const step = steps[at];
      if (!step) return;
      let called = false;
      await step(context, () => {
        if (called) throw new Error(`step ${at} called next() twice`);
        called = true;
        return run(at + 1);
      });
    };
    return run(0);
  };
}
