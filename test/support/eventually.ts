// What becomes true after a while.

/** Long enough for a machine that does much else; a test that waits for something that never comes takes this long. */
const PATIENCE_MS = 15_000;

/** Waits until the check no longer throws and does not answer false; its last complaint is the failure. */
export async function eventually<T>(check: () => T | Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      const value = await check();
      if (value !== false) return value;
      if (Date.now() > until) throw new Error(`it did not become true: ${check.toString().slice(0, 200)}`);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
